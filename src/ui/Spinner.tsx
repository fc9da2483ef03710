import './progress.css';

export function Spinner({ label }: { readonly label: string }) {
  return (
    <span class="spinner" role="status">
      <span class="spinner-stone" aria-hidden="true" />
      {label}
    </span>
  );
}
