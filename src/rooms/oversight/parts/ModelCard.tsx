import { useSignal } from '@preact/signals';
import { Button } from '../../../ui/Button.tsx';
import { toFileName } from '../../shared/file-name.ts';
import { messageOf } from '../../shared/message-of.ts';
import { cardHtml } from '../card/card-html.ts';
import { gatherCard } from '../card/gather.ts';
import type { ModelCard as Card } from '../card/model-card.ts';
import { type CardSection, cardSections } from '../card/sections.ts';
import type { OversightProps } from '../props.ts';
import { strings } from '../strings.ts';
import { Scrolled } from './Scrolled.tsx';

const { card: words } = strings;

export function ModelCard(props: OversightProps) {
  const { services } = props;
  const card = useSignal<Card | null>(null);
  const isBusy = useSignal(false);
  const make = async (): Promise<void> => {
    isBusy.value = true;
    try {
      card.value = await gatherCard(props);
    } catch (error) {
      services.notify({ tone: 'bad', text: strings.failed(messageOf(error)) });
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <section class="oversight-section" aria-labelledby="oversight-card">
      <h2 id="oversight-card">{words.title}</h2>
      <p class="oversight-quiet">{words.lead}</p>
      <div class="oversight-row">
        <Button
          variant={card.value ? 'plain' : 'primary'}
          busy={isBusy.value}
          onClick={() => void make()}
        >
          {isBusy.value ? words.making : card.value ? words.again : words.make}
        </Button>
        {card.value && <Keep services={services} card={card.value} />}
      </div>
      {card.value && <Page card={card.value} />}
    </section>
  );
}

function Keep({ services, card }: Pick<OversightProps, 'services'> & { readonly card: Card }) {
  const save = (kind: 'html' | 'json'): void => {
    const text = kind === 'html' ? cardHtml(card) : `${JSON.stringify(card, null, 2)}\n`;
    const type = kind === 'html' ? 'text/html;charset=utf-8' : 'application/json';
    const name = words.file(toFileName(card.project.name), kind);
    services.saveFile(new Blob([text], { type }), name);
  };
  return (
    <>
      <Button onClick={() => print()}>{words.print}</Button>
      <Button icon="download" onClick={() => save('html')}>
        {words.html}
      </Button>
      <Button icon="download" onClick={() => save('json')}>
        {words.json}
      </Button>
    </>
  );
}

/** The only thing that is printed. */
function Page({ card }: { readonly card: Card }) {
  return (
    <article class="oversight-paper">
      <h3 dir="auto">{words.heading(card.project.name)}</h3>
      <p>{words.made(card.madeAt.slice(0, 10))}</p>
      {cardSections(card).map((section) => (
        <Section key={section.title} {...section} />
      ))}
    </article>
  );
}

function Section({ title, lines, table }: CardSection) {
  return (
    <>
      <h4 dir="auto">{title}</h4>
      {lines.map((line) => (
        <p key={line} dir="auto">
          {line}
        </p>
      ))}
      {table && (
        <Scrolled label={title}>
          <table class="oversight-table">
            <thead>
              <tr>
                {table.head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.join(' ')}>
                  {row.map((cell, i) => (
                    <td key={table.head[i]} dir="auto">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </>
  );
}
