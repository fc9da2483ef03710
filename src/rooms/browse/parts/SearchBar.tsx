import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { EVERYTHING } from '../../../domain/browse/filter.ts';
import { Button } from '../../../ui/Button.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { SEARCH_ID } from '../actions.ts';
import { type Place, toAddress } from '../address.ts';
import type { GoTo } from '../props.ts';
import { strings } from '../strings.ts';

export interface SearchBarProps {
  readonly place: Place;
  readonly go: GoTo;
}

/** Letters typed within this time are one search. */
const PAUSE_MS = 120;

/** Searches while it is typed. */
export function SearchBar({ place, go }: SearchBarProps) {
  const text = useSignal(place.filter.text);
  // "Back" and links write here, too.
  useEffect(() => {
    text.value = place.filter.text;
  }, [place.filter.text, text]);
  useEffect(() => {
    if (text.value === place.filter.text) return;
    const timer = setTimeout(
      () => go({ ...place, filter: { ...place.filter, text: text.peek() } }, true),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [text.value, place, go, text]);
  const isNarrowed = toAddress({ ...place, view: 'list', colouring: 'label' }) !== '';
  return (
    <search class="browse-search">
      <label class="visually-hidden" for={SEARCH_ID}>
        {strings.search}
      </label>
      <span class="browse-search-box">
        <Icon name="search" />
        <input
          id={SEARCH_ID}
          class="input"
          type="search"
          autocomplete="off"
          spellcheck={false}
          placeholder={strings.searchHint}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
      </span>
      {isNarrowed && (
        <Button variant="quiet" icon="close" onClick={() => go({ ...place, filter: EVERYTHING })}>
          {strings.clear}
        </Button>
      )}
    </search>
  );
}
