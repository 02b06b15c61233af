/**
 * The tables of messages, each file named after what its messages are about. Those that a rule foresees stand in
 * `of-rules/`, in the file of the rule's part.
 */
import type { CauseTable } from '../cause.ts'
import { connectionMessages } from './connection.ts'
import { designMessages } from './design.ts'
import { displayAndSoundMessages } from './display-and-sound.ts'
import { emulatorMessages } from './emulator.ts'
import { fileMessages } from './files.ts'
import { firmwareMessages } from './firmware.ts'
import { guestMessages } from './guest.ts'
import { hostDeviceMessages } from './host-devices.ts'
import { networkMessages } from './network.ts'
import { addressRuleMessages } from './of-rules/addresses.ts'
import { cpuRuleMessages } from './of-rules/cpu.ts'
import { designRuleMessages } from './of-rules/design.ts'
import { deviceRuleMessages } from './of-rules/devices.ts'
import { diskRuleMessages } from './of-rules/disks.ts'
import { displayRuleMessages } from './of-rules/display.ts'
import { firmwareRuleMessages } from './of-rules/firmware.ts'
import { memoryRuleMessages } from './of-rules/memory.ts'
import { networkRuleMessages } from './of-rules/network.ts'
import { processorMessages } from './processor-and-memory.ts'
import { shareMessages } from './shares.ts'
import { storageMessages } from './storage.ts'
import { tpmMessages } from './tpm.ts'

/** One by one: a code stands in one of them. */
export const messageTables: readonly CauseTable[] = [
  connectionMessages,
  fileMessages,
  networkMessages,
  hostDeviceMessages,
  processorMessages,
  emulatorMessages,
  displayAndSoundMessages,
  firmwareMessages,
  tpmMessages,
  shareMessages,
  storageMessages,
  guestMessages,
  designMessages,
  cpuRuleMessages,
  memoryRuleMessages,
  diskRuleMessages,
  networkRuleMessages,
  displayRuleMessages,
  firmwareRuleMessages,
  designRuleMessages,
  deviceRuleMessages,
  addressRuleMessages,
]

/** All of them, by their codes. */
export const allMessages = {
  ...connectionMessages,
  ...fileMessages,
  ...networkMessages,
  ...hostDeviceMessages,
  ...processorMessages,
  ...emulatorMessages,
  ...displayAndSoundMessages,
  ...firmwareMessages,
  ...tpmMessages,
  ...shareMessages,
  ...storageMessages,
  ...guestMessages,
  ...designMessages,
  ...cpuRuleMessages,
  ...memoryRuleMessages,
  ...diskRuleMessages,
  ...networkRuleMessages,
  ...displayRuleMessages,
  ...firmwareRuleMessages,
  ...designRuleMessages,
  ...deviceRuleMessages,
  ...addressRuleMessages,
} as const satisfies CauseTable
