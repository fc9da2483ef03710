export type InstallHint = 'installed' | 'offer' | 'ios' | 'menu';

export interface InstallSituation {
  readonly isStandalone: boolean;
  readonly isOffered: boolean;
  readonly userAgent: string;
  readonly touchPoints: number;
}

/** What can be said of installing here. An iPad calls itself a Macintosh, but Macs have no touch screen. */
export function installHint(situation: InstallSituation): InstallHint {
  const { isStandalone, isOffered, userAgent, touchPoints } = situation;
  if (isStandalone) return 'installed';
  if (isOffered) return 'offer';
  const isIos =
    /iP(ad|hone|od)/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
  return isIos ? 'ios' : 'menu';
}
