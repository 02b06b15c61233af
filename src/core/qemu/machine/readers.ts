/** All that reads options about the machine. */
import type { Reading } from '../reading/index.ts'
import { readBoot } from './read-boot.ts'
import { readClock } from './read-clock.ts'
import { readCpu } from './read-cpu.ts'
import { readEvents } from './read-events.ts'
import { readFirmware } from './read-firmware.ts'
import { readIoThreads } from './read-iothreads.ts'
import { readLaunchSecurity } from './read-launch-security.ts'
import { readGlobals, readMachine, readMachineDevices } from './read-machine.ts'
import { readMemory } from './read-memory.ts'
import { readProcess } from './read-program.ts'
import { readSmbios } from './read-smbios.ts'
import { readVcpus } from './read-vcpus.ts'

/** In their order: the process first, whether libvirt made the line; objects before the words that are left. */
export const machineReaders: readonly ((reading: Reading) => void)[] = [
  readEvents,
  readProcess,
  readFirmware,
  readMachine,
  readGlobals,
  readCpu,
  readVcpus,
  readMemory,
  readIoThreads,
  readLaunchSecurity,
  readClock,
  readBoot,
  readSmbios,
  readMachineDevices,
]
