/** A drawing as plain data: shown by Preact, or written to a file. One drawing, two outlets. */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
}

export function node(
  tag: string,
  attributes: SvgNode['attributes'],
  children: SvgNode['children'] = [],
): SvgNode {
  return { tag, attributes, children };
}

/** Whole markup with the namespace, so that the file stands on its own. */
export function writeSvg(root: SvgNode): string {
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', ...root.attributes };
  return `${write({ ...root, attributes })}\n`;
}

function write({ tag, attributes, children }: SvgNode): string {
  const words = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${toEntities(String(value))}"`,
  );
  const inner = children.map((child) =>
    typeof child === 'string' ? toEntities(child) : write(child),
  );
  return `<${tag}${words.join('')}>${inner.join('')}</${tag}>`;
}

function toEntities(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
