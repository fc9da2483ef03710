/** The mark: a whetstone, an edge drawn over it, one spark. */
export function Mark({ size = 28 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" class="mark">
      <path class="mark-stone" d="M6 40l34-12 18 6v12L24 58 6 52z" />
      <path class="mark-edge" d="M6 40l18 6 34-12M24 46v12" />
      <path class="mark-spark" d="M44 4l3 9 9 3-9 3-3 9-3-9-9-3 9-3z" />
    </svg>
  );
}
