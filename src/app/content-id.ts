/** Where the content begins, below the rail: what "skip" and a new room lead to. */
export const CONTENT_ID = 'content';
