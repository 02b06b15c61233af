import type { Domain } from '../domain/index.ts'
import { channelDecisions } from './chardevs/channels.ts'
import { consoleDecisions } from './chardevs/consoles.ts'
import { parallelDecisions, serialDecisions } from './chardevs/serial-ports.ts'
import { controllerDecisions } from './controllers/controllers.ts'
import { byHand, type Decisions, quiet, written } from './decisions/index.ts'
import { cryptoDecisions } from './devices/crypto.ts'
import { filesystemDecisions } from './devices/filesystems/filesystems.ts'
import { hostdevDecisions } from './devices/hostdevs/hostdevs.ts'
import { iommuDecisions } from './devices/iommu.ts'
import { memballoonDecisions } from './devices/memballoon.ts'
import { memoryDeviceDecisions } from './devices/memory/memory-devices.ts'
import { panicDecisions } from './devices/panic.ts'
import { pstoreDecisions } from './devices/pstore.ts'
import { rngDecisions } from './devices/rng.ts'
import { shmemDecisions } from './devices/shmem.ts'
import { tpmDecisions } from './devices/tpm/tpm.ts'
import { vsockDecisions } from './devices/vsock.ts'
import { watchdogDecisions } from './devices/watchdog.ts'
import { diskDecisions } from './disks/disk-decisions.ts'
import { limitsDecisions } from './disks/throttle.ts'
import { graphicsDecisions } from './display/graphics/graphics-decisions.ts'
import { inputDecisions } from './display/input/inputs.ts'
import { hubDecisions, redirdevDecisions, redirfilterDecisions } from './display/input/redirection.ts'
import { smartcardDecisions } from './display/input/smartcards.ts'
import { audioDecisions } from './display/sound/audio.ts'
import { soundDecisions } from './display/sound/sound.ts'
import { videoDecisions } from './display/video/video.ts'
import { osDecisions } from './machine/boot.ts'
import { clockDecisions } from './machine/clock.ts'
import { cpuDecisions } from './machine/cpu.ts'
import { eventsDecisions } from './machine/events.ts'
import { launchSecurityDecisions } from './machine/launch-security.ts'
import { featuresDecisions, generalDecisions, pmDecisions } from './machine/machine-decisions.ts'
import { memoryDecisions } from './machine/memory.ts'
import { ownArgumentsDecisions } from './machine/own-arguments.ts'
import { sysinfoDecisions } from './machine/smbios.ts'
import { vcpusDecisions } from './machine/vcpus.ts'
import { interfaceDecisions } from './network/interface-decisions.ts'

/** What becomes of every key of a Domain. */
export const domainDecisions: Decisions<Domain> = {
  ...generalDecisions,
  ...memoryDecisions,
  ...vcpusDecisions,
  ...eventsDecisions,
  ...ownArgumentsDecisions,
  throttlegroups: limitsDecisions,
  sysinfo: sysinfoDecisions,
  more_sysinfo: sysinfoDecisions,
  os: osDecisions,
  features: featuresDecisions,
  cpu: cpuDecisions,
  clock: clockDecisions,
  pm: pmDecisions,
  launch_security: launchSecurityDecisions,
  devices: {
    emulator: written,
    disks: diskDecisions,
    usb: quiet('resolve makes controllers of them.'),
    controllers: controllerDecisions,
    filesystems: filesystemDecisions,
    interfaces: interfaceDecisions,
    smartcard: smartcardDecisions,
    serial: serialDecisions,
    parallel: parallelDecisions,
    console: consoleDecisions,
    channels: channelDecisions,
    inputs: inputDecisions,
    tpm: tpmDecisions,
    graphics: graphicsDecisions,
    sound: soundDecisions,
    audio: audioDecisions,
    video: videoDecisions,
    hostdevs: hostdevDecisions,
    redirdev: redirdevDecisions,
    redirfilter: redirfilterDecisions,
    hub: hubDecisions,
    watchdog: watchdogDecisions,
    memballoon: memballoonDecisions,
    rng: rngDecisions,
    panic: panicDecisions,
    shmem: shmemDecisions,
    iommu: iommuDecisions,
    vsock: vsockDecisions,
    crypto: cryptoDecisions,
    memory: memoryDeviceDecisions,
    pstore: pstoreDecisions,
    leases: byHand('The lease is left out: lock managers are libvirt’s own.'),
    more_iommus: iommuDecisions,
  },
}
