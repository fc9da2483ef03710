/** Between places in the page and offsets in the text that an element shows, node by node. */

/** The offset of a place within `root`, or null when it lies outside. */
export function offsetOf(root: Node, node: Node, offset: number): number | null {
  if (!root.contains(node)) return null;
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The selected stretch within `root`, or null when nothing of it is selected. */
export function selectedStretch(root: Node): { start: number; end: number } | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(root, range.startContainer, range.startOffset);
  const end = offsetOf(root, range.endContainer, range.endOffset);
  return start === null || end === null || start === end ? null : { start, end };
}

/** Selects a stretch, so that it is seen and can be copied. */
export function selectStretch(root: Node, start: number, end: number): void {
  const from = placeAt(root, start);
  const to = placeAt(root, end);
  if (from && to) {
    getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }
}

/** The offset in the text under a point of the window, or null. */
export function offsetAtPoint(root: Node, x: number, y: number): number | null {
  const place = document.caretPositionFromPoint?.(x, y);
  if (place) return offsetOf(root, place.offsetNode, place.offset);
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? offsetOf(root, range.startContainer, range.startOffset) : null;
}

/** Whether a point of the window lies on this stretch, and not merely beside it. */
export function isOver(
  root: Node,
  { start, end }: { readonly start: number; readonly end: number },
  { x, y }: { readonly x: number; readonly y: number },
): boolean {
  const from = placeAt(root, start);
  const to = placeAt(root, end);
  if (!from || !to) return false;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return [...range.getClientRects()].some(
    (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
  );
}

function placeAt(root: Node, offset: number): { node: Node; offset: number } | null {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = offset;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? '';
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return null;
}
