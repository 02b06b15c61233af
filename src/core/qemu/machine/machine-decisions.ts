/** What becomes of the features and of what the machine is told in general. */
import type { Domain } from '../../domain/index.ts'
import { byHand, type Decisions, quiet, reported, written, writtenIn } from '../decisions/index.ts'
import { hostTuningDecisions } from './host-tuning.ts'
import { iothreadsDecisions } from './iothreads.ts'

type Features = NonNullable<Domain['features']>

const xenOnly = byHand('It is left out: it belongs to Xen.')
const containersOnly = byHand('It is left out: it belongs to containers.')
const toCpu = written

export const featuresDecisions: Decisions<Features> = {
  pae: quiet('Every processor that QEMU offers has it.'),
  acpi: written,
  apic: quiet('QEMU’s PCs always have one.'),
  apic_eoi: toCpu,
  hap: xenOnly,
  capabilities: containersOnly,
  privnet: containersOnly,
  viridian: xenOnly,
  hyperv: {
    mode: written,
    relaxed: toCpu,
    vapic: toCpu,
    spinlocks: { state: toCpu, retries: toCpu },
    vpindex: toCpu,
    runtime: toCpu,
    synic: toCpu,
    stimer: { state: toCpu, direct: toCpu },
    reset: toCpu,
    vendor_id: { state: toCpu, value: toCpu },
    frequencies: toCpu,
    reenlightenment: toCpu,
    tlbflush: { state: toCpu, direct: toCpu, extended: toCpu },
    ipi: toCpu,
    evmcs: toCpu,
    avic: toCpu,
    emsr_bitmap: toCpu,
    xmm_input: toCpu,
  },
  xen: xenOnly,
  pvspinlock: toCpu,
  virtualization: byHand('It is left out: for QEMU say the feature vmx or svm of the processor.'),
  kvm: {
    hidden: toCpu,
    hint_dedicated: toCpu,
    poll_control: toCpu,
    pv_ipi: toCpu,
    dirty_ring: written,
    dirty_ring_size: written,
  },
  pmu: toCpu,
  ...writtenIn<Features>()('vmport gic smm smm_tseg ioapic hpt_resizing hpt_maxpagesize vmcoreinfo htm'),
  ...writtenIn<Features>()('nested_hv ccf_assist cfpc sbbc ibs'),
  msrs: byHand(
    'Unknown MSRs are left out: for KVM this is a setting of the whole host, /sys/module/kvm/parameters/ignore_msrs.',
  ),
  tcg: { tb_cache: written },
  ...writtenIn<Features>()('async_teardown ras ps2 aia'),
}

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
