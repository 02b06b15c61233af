import type { Domain } from '../domain/index.ts'
import { osSaid } from './boot.ts'
import { clockSaid } from './clock.ts'
import { channelSaid, consoleSaid, parallelSaid, serialSaid } from './consoles.ts'
import { controllerSaid } from './controllers.ts'
import { cpuSaid } from './cpu.ts'
import { diskSaid } from './disk-said.ts'
import { eventsSaid } from './events.ts'
import { filesystemSaid } from './filesystems.ts'
import { graphicsSaid } from './graphics.ts'
import { hostdevSaid } from './hostdevs.ts'
import { hubSaid, inputSaid, redirdevSaid, redirfilterSaid, smartcardSaid } from './inputs.ts'
import { interfaceSaid } from './interface-said.ts'
import { launchSecuritySaid } from './launch-security.ts'
import { featuresSaid, generalSaid, pmSaid } from './machine.ts'
import { memorySaid } from './memory.ts'
import { byHand, quiet, type Said, said } from './said.ts'
import {
  cryptoSaid,
  iommuSaid,
  memballoonSaid,
  panicSaid,
  rngSaid,
  shmemSaid,
  vsockSaid,
  watchdogSaid,
} from './small-devices.ts'
import { sysinfoSaid } from './smbios.ts'
import { audioSaid, soundSaid } from './sound.ts'
import { tpmSaid } from './tpm.ts'
import { vcpusSaid } from './vcpus.ts'
import { videoSaid } from './video.ts'

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
