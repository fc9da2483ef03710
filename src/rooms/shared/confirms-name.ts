/** Typed confirmation: the name as shown, whatever the outer space. */
export const confirmsName = (typed: string, name: string): boolean =>
  typed.trim() !== '' && typed.trim() === name.trim();
