/** What becomes of the features and of what the machine is told in general. */
import type { Domain } from '../../domain/index.ts'
import { byHand, quiet, type Said, said } from '../writing/decisions.ts'
import { reported } from '../writing/device-decisions.ts'
import { hostTuningSaid } from './host-tuning.ts'
import { iothreadsSaid } from './iothreads.ts'

const xenOnly = byHand('It is left out: it belongs to Xen.')
const containersOnly = byHand('It is left out: it belongs to containers.')
const toCpu = said

export const featuresSaid: Said<NonNullable<Domain['features']>> = {
  pae: quiet('Every processor that QEMU offers has it.'),
  acpi: said,
  apic: quiet('QEMU’s PCs always have one.'),
  apic_eoi: toCpu,
  hap: xenOnly,
  capabilities: containersOnly,
  privnet: containersOnly,
  viridian: xenOnly,
  hyperv: {
    mode: said,
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
    dirty_ring: said,
    dirty_ring_size: said,
  },
  pmu: toCpu,
  vmport: said,
  gic: said,
  smm: said,
  smm_tseg: said,
  ioapic: said,
  hpt_resizing: said,
  hpt_maxpagesize: said,
  vmcoreinfo: said,
  htm: said,
  nested_hv: said,
  ccf_assist: said,
  cfpc: said,
  sbbc: said,
  ibs: said,
  msrs: byHand(
    'Unknown MSRs are left out: for KVM this is a setting of the whole host, /sys/module/kvm/parameters/ignore_msrs.',
  ),
  tcg: { tb_cache: said },
  async_teardown: said,
  ras: said,
  ps2: said,
  aia: said,
}

export const pmSaid: Said<NonNullable<Domain['pm']>> = { suspend_to_mem: said, suspend_to_disk: said }

export const generalSaid = {
  type: said,
  name: said,
  uuid: said,
  title: quiet('A text for people.'),
  description: quiet('A text for people.'),
  id: reported,
  hwuuid: byHand('The hardware UUID is left out: add uuid=… to -smbios type=1 through qemu:commandline.'),
  genid: said,
  idmap: byHand('The id map is left out: it belongs to containers.'),
  bootloader: xenOnly,
  bootloader_args: xenOnly,
  keywrap: byHand(
    'Key wrapping is left out: it is for s390. Add aes-key-wrap=… and dea-key-wrap=… to -machine.',
  ),
  ...iothreadsSaid,
  ...hostTuningSaid,
} as const
