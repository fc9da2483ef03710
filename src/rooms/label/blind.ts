/** Questions that measure: answered before any proposal is seen, whatever the project says. Pure. */
import type { QuestionRecord } from '../../domain/records.ts';

export function isMeasuring(record: QuestionRecord | undefined): boolean {
  return record !== undefined && (record.audit || record.repeat === true);
}
