/** Who reads which options. Each family of devices has its reader beside its writer. */
import { readChannels, readConsoles } from './chardevs/read-channels.ts'
import { readMonitor } from './chardevs/read-monitor.ts'
import { readParallelPorts, readSerialPorts } from './chardevs/read-serial-ports.ts'
import { readControllers, readFloppyControllers } from './controllers/read-controllers.ts'
import { readCrypto } from './devices/crypto.ts'
import { readFilesystems } from './devices/filesystems/read-filesystems.ts'
import { readHostdevs } from './devices/hostdevs/read-hostdevs.ts'
import { readMemballoon } from './devices/memballoon.ts'
import { readMemoryDevices } from './devices/memory/read-memory-devices.ts'
import { readPanics } from './devices/panic.ts'
import { readPstore } from './devices/pstore.ts'
import { readIommus } from './devices/read-iommu.ts'
import { readRngs } from './devices/rng.ts'
import { readShmems } from './devices/shmem.ts'
import { readTpms } from './devices/tpm/read-tpms.ts'
import { readVsock } from './devices/vsock.ts'
import { readWatchdogs } from './devices/watchdog.ts'
import { readDisks } from './disks/read-disks.ts'
import { readGraphics } from './display/graphics/read-graphics.ts'
import { readInputs } from './display/input/read-inputs.ts'
import { readRedirection, readSmartcards } from './display/input/read-usb-ends.ts'
import { readAudio } from './display/sound/read-audio.ts'
import { readSound } from './display/sound/read-sound.ts'
import { readVideo } from './display/video/read-video.ts'
import { readUsualOrder } from './machine/read-usual-order.ts'
import { machineReaders } from './machine/readers.ts'
import { readInterfaces } from './network/read-interfaces.ts'
import type { Reading } from './reading/index.ts'

/** In the order in which they are asked: controllers before what sits on their buses. */
export const readers: readonly ((reading: Reading) => void)[] = [
  ...machineReaders,
  readControllers,
  readDisks,
  readFloppyControllers,
  // network: forwards to a chardev stand with the network, and are channels
  readChannels,
  readInterfaces,
  // chardevs
  readSerialPorts,
  readParallelPorts,
  readConsoles,
  readMonitor,
  readVideo,
  readGraphics,
  readAudio,
  readSound,
  readInputs,
  readRedirection,
  readSmartcards,
  // devices
  readIommus,
  readMemoryDevices,
  readFilesystems,
  readTpms,
  readHostdevs,
  readWatchdogs,
  readMemballoon,
  readRngs,
  readPstore,
  readPanics,
  readShmems,
  readVsock,
  readCrypto,
  readUsualOrder,
]

/** The same for an architecture whose devices are kept as they are: what no device is. */
export const readersOfOthers: readonly ((reading: Reading) => void)[] = [...machineReaders, readAudio]
