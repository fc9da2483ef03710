import { type IconName, iconPaths } from './icon-paths.ts';
import './icon.css';

export interface IconProps {
  readonly name: string;
  readonly size?: number;
}

/** Decoration: whatever it means is also said in words by what holds it. */
export function Icon({ name, size = 20 }: IconProps) {
  const path = iconPaths[name as IconName] ?? iconPaths.question;
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
