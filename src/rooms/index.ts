import { browseRoom } from './browse/room.ts';
import { cameraRoom } from './camera/room.ts';
import { classesRoom } from './classes/room.ts';
import { classroomRoom } from './classroom/room.ts';
import { dataRoom } from './data/room.ts';
import { decideRoom } from './decide/room.ts';
import { featuresRoom } from './features/room.ts';
import { gridRoom } from './grid/room.ts';
import { homeRoom } from './home/room.ts';
import { importRoom } from './import/room.ts';
import { labelRoom } from './label/room.ts';
import { microphoneRoom } from './microphone/room.ts';
import { modelsRoom } from './models/room.ts';
import { oversightRoom } from './oversight/room.ts';
import { qualityRoom } from './quality/room.ts';
import type { Room } from './room.ts';
import { settingsRoom } from './settings/room.ts';
import { studyRoom } from './study/room.ts';
import { trustRoom } from './trust/room.ts';

/** Every screen of Hone, in the order of the navigation. */
export const rooms: readonly Room[] = [
  homeRoom,
  importRoom,
  microphoneRoom,
  labelRoom,
  browseRoom,
  gridRoom,
  cameraRoom,
  studyRoom,
  featuresRoom,
  qualityRoom,
  classesRoom,
  dataRoom,
  modelsRoom,
  trustRoom,
  decideRoom,
  oversightRoom,
  classroomRoom,
  settingsRoom,
];
