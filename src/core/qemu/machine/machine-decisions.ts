/** What becomes of the features and of what the machine is told in general. */
import type { Domain } from '../../domain/index.ts'
import {
  byHand,
  type Decisions,
  decisionsOf,
  quiet,
  reported,
  written,
  writtenIn,
} from '../decisions/index.ts'
import { cpuProperties } from './cpu-properties.ts'
import { hostTuningDecisions } from './host-tuning.ts'
import { iothreadsDecisions } from './iothreads.ts'
import { machineFeatures } from './machine.ts'

type Features = NonNullable<Domain['features']>

const xenOnly = byHand('It is left out: it belongs to Xen.')
const containersOnly = byHand('It is left out: it belongs to containers.')

export const featuresDecisions = decisionsOf<Features>([cpuProperties, machineFeatures], {
  pae: quiet('Every processor that QEMU offers has it.'),
  acpi: written,
  apic: quiet('QEMU’s PCs always have one.'),
  hap: xenOnly,
  capabilities: containersOnly,
  privnet: containersOnly,
  viridian: xenOnly,
  hyperv: { vendor_id: { state: written } },
  xen: xenOnly,
  virtualization: byHand('It is left out: for QEMU say the feature vmx or svm of the processor.'),
  kvm: { dirty_ring: written, dirty_ring_size: written },
  ...writtenIn<Features>()('smm_tseg ioapic hpt_maxpagesize vmcoreinfo async_teardown'),
  msrs: byHand(
    'Unknown MSRs are left out: for KVM this is a setting of the whole host, /sys/module/kvm/parameters/ignore_msrs.',
  ),
  tcg: { tb_cache: written },
})

export const pmDecisions: Decisions<NonNullable<Domain['pm']>> = {
  suspend_to_mem: written,
  suspend_to_disk: written,
}

export const generalDecisions = {
  type: written,
  name: written,
  uuid: written,
  title: quiet('A text for people.'),
  description: quiet('A text for people.'),
  id: reported,
  hwuuid: byHand('The hardware UUID is left out: add uuid=… to -smbios type=1 through qemu:commandline.'),
  genid: written,
  idmap: byHand('The id map is left out: it belongs to containers.'),
  bootloader: xenOnly,
  bootloader_args: xenOnly,
  keywrap: byHand(
    'Key wrapping is left out: it is for s390. Add aes-key-wrap=… and dea-key-wrap=… to -machine.',
  ),
  ...iothreadsDecisions,
  ...hostTuningDecisions,
} as const
