import type { Services } from '../../../engine/services.ts';
import { strings } from '../strings.ts';

/** A third way to begin, for those who teach. */
export function ToClassroom({ services }: { readonly services: Services }) {
  const { title, lead, open } = strings.classroom;
  return (
    <section class="home-classroom">
      <h2>{title}</h2>
      <p class="home-quiet">{lead}</p>
      <a class="home-to-classroom" href={services.router.href('classroom')}>
        {open}
      </a>
    </section>
  );
}
