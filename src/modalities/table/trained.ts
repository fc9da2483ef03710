/** A network on the columns: its hidden layer in place of the Fourier features, named values as they are. */
import type { TableContent } from '../../domain/records.ts';
import type { Frame, Trainable } from '../trained/contract.ts';
import { cellsIn, inputsOf, tableEncoder } from './encode.ts';
import type { TableState } from './state.ts';

export interface TableFrame extends Frame {
  readonly table: TableState;
}

export const trainableTable: Trainable<TableState, TableFrame, TableState, TableContent> = {
  kinds: ['dense'],
  frameOf: (table) => ({ side: 1, channels: table.fourier.inputs, table }),
  layOut: ({ channels, table: { columns } }, inputs) =>
    inputsOf({ columns, inputs: channels }, inputs.map(cellsIn)),
  stateOf: ({ table }, network) => ({ ...table, network }),
  encode: tableEncoder.encode,
};
