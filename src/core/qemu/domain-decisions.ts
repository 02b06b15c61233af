import type { Domain } from '../domain/index.ts'
import { channelSaid } from './chardevs/channels.ts'
import { consoleSaid } from './chardevs/consoles.ts'
import { parallelSaid, serialSaid } from './chardevs/serial-ports.ts'
import { controllerSaid } from './controllers/controllers.ts'
import { cryptoSaid } from './devices/crypto.ts'
import { filesystemSaid } from './devices/filesystems/filesystems.ts'
import { hostdevSaid } from './devices/hostdevs/hostdevs.ts'
import { iommuSaid } from './devices/iommu.ts'
import { memballoonSaid } from './devices/memballoon.ts'
import { memoryDeviceSaid } from './devices/memory/memory-devices.ts'
import { panicSaid } from './devices/panic.ts'
import { pstoreSaid } from './devices/pstore.ts'
import { rngSaid } from './devices/rng.ts'
import { shmemSaid } from './devices/shmem.ts'
import { tpmSaid } from './devices/tpm/tpm.ts'
import { vsockSaid } from './devices/vsock.ts'
import { watchdogSaid } from './devices/watchdog.ts'
import { diskSaid } from './disks/disk-decisions.ts'
import { limitsSaid } from './disks/throttle.ts'
import { graphicsSaid } from './display/graphics/graphics-decisions.ts'
import { inputSaid } from './display/input/inputs.ts'
import { hubSaid, redirdevSaid, redirfilterSaid } from './display/input/redirection.ts'
import { smartcardSaid } from './display/input/smartcards.ts'
import { audioSaid } from './display/sound/audio.ts'
import { soundSaid } from './display/sound/sound.ts'
import { videoSaid } from './display/video/video.ts'
import { osSaid } from './machine/boot.ts'
import { clockSaid } from './machine/clock.ts'
import { cpuSaid } from './machine/cpu.ts'
import { eventsSaid } from './machine/events.ts'
import { launchSecuritySaid } from './machine/launch-security.ts'
import { featuresSaid, generalSaid, pmSaid } from './machine/machine-decisions.ts'
import { memorySaid } from './machine/memory.ts'
import { ownArgumentsSaid } from './machine/own-arguments.ts'
import { sysinfoSaid } from './machine/smbios.ts'
import { vcpusSaid } from './machine/vcpus.ts'
import { interfaceSaid } from './network/interface-decisions.ts'
import { byHand, quiet, type Said, said } from './writing/decisions.ts'

/** What becomes of every key of a Domain. */
export const domainSaid: Said<Domain> = {
  ...generalSaid,
  ...memorySaid,
  ...vcpusSaid,
  ...eventsSaid,
  ...ownArgumentsSaid,
  throttlegroups: limitsSaid,
  sysinfo: sysinfoSaid,
  more_sysinfo: sysinfoSaid,
  os: osSaid,
  features: featuresSaid,
  cpu: cpuSaid,
  clock: clockSaid,
  pm: pmSaid,
  launch_security: launchSecuritySaid,
  devices: {
    emulator: said,
    disks: diskSaid,
    usb: quiet('resolve makes controllers of them.'),
    controllers: controllerSaid,
    filesystems: filesystemSaid,
    interfaces: interfaceSaid,
    smartcard: smartcardSaid,
    serial: serialSaid,
    parallel: parallelSaid,
    console: consoleSaid,
    channels: channelSaid,
    inputs: inputSaid,
    tpm: tpmSaid,
    graphics: graphicsSaid,
    sound: soundSaid,
    audio: audioSaid,
    video: videoSaid,
    hostdevs: hostdevSaid,
    redirdev: redirdevSaid,
    redirfilter: redirfilterSaid,
    hub: hubSaid,
    watchdog: watchdogSaid,
    memballoon: memballoonSaid,
    rng: rngSaid,
    panic: panicSaid,
    shmem: shmemSaid,
    iommu: iommuSaid,
    vsock: vsockSaid,
    crypto: cryptoSaid,
    memory: memoryDeviceSaid,
    pstore: pstoreSaid,
    leases: byHand('The lease is left out: lock managers are libvirt’s own.'),
    more_iommus: iommuSaid,
  },
}
