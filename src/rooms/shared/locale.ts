/** The one language the strings are written in; numbers and dates follow it. */
export const LOCALE = 'en';
