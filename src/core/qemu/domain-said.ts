import type { Domain } from '../domain/index.ts'
import { channelSaid, consoleSaid, parallelSaid, serialSaid } from './chardevs/consoles.ts'
import { controllerSaid } from './devices/controllers.ts'
import { filesystemSaid } from './devices/filesystems.ts'
import { hostdevSaid } from './devices/hostdevs.ts'
import {
  cryptoSaid,
  iommuSaid,
  memballoonSaid,
  panicSaid,
  rngSaid,
  shmemSaid,
  vsockSaid,
  watchdogSaid,
} from './devices/small-devices.ts'
import { tpmSaid } from './devices/tpm.ts'
import { diskSaid } from './disks/disk-said.ts'
import { graphicsSaid } from './display/graphics.ts'
import { hubSaid, inputSaid, redirdevSaid, redirfilterSaid, smartcardSaid } from './display/inputs.ts'
import { audioSaid, soundSaid } from './display/sound.ts'
import { videoSaid } from './display/video.ts'
import { osSaid } from './machine/boot.ts'
import { clockSaid } from './machine/clock.ts'
import { cpuSaid } from './machine/cpu.ts'
import { eventsSaid } from './machine/events.ts'
import { launchSecuritySaid } from './machine/launch-security.ts'
import { featuresSaid, generalSaid, pmSaid } from './machine/machine.ts'
import { memorySaid } from './machine/memory.ts'
import { sysinfoSaid } from './machine/smbios.ts'
import { vcpusSaid } from './machine/vcpus.ts'
import { interfaceSaid } from './network/interface-said.ts'
import { byHand, quiet, type Said, said } from './said.ts'

/** What becomes of every key of a Domain. */
export const domainSaid: Said<Domain> = {
  ...generalSaid,
  ...memorySaid,
  ...vcpusSaid,
  ...eventsSaid,
  sysinfo: sysinfoSaid,
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
    memory: byHand(
      'The memory device is left out: add -object memory-backend-ram,id=dimm0,size=… and -device pc-dimm,memdev=dimm0.',
    ),
    pstore: byHand(
      'The pstore is left out: add -object memory-backend-file,id=erst0,mem-path=…,size=…,share=on and -device acpi-erst,memdev=erst0.',
    ),
    leases: byHand('The lease is left out: lock managers are libvirt’s own.'),
    more_iommus: byHand('A second IOMMU is left out: QEMU on x86 has one.'),
  },
}
