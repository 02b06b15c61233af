/** Hypervisor features. Manual: Hypervisor features. */
import {
  anyText,
  at,
  attribute,
  child,
  impliedAttribute,
  integer,
  oneOf,
  onOff,
  onOffText,
  presence,
  present,
  short,
  sized,
  wholeNumber,
} from '../table/index.ts'
import { capabilities } from './capabilities.ts'

const enlightenment = (xml: string, help: string, since: string) =>
  at(xml, attribute('state', onOffText, { help, since }))

/** What a Windows guest is told so that it behaves well as a guest. */
export const hyperv = {
  mode: attribute('mode', oneOf('custom', 'passthrough', 'host-model'), {
    help: 'custom takes what is said here, passthrough all that the host can.',
    default: 'custom',
    since: '8.0.0',
  }),
  relaxed: enlightenment(
    'relaxed',
    'Relaxed constraints on timers: no watchdog bluescreens on a busy host.',
    '1.0.0',
  ),
  vapic: enlightenment('vapic', 'Virtual APIC: fewer exits for interrupts.', '1.1.0'),
  spinlocks: child(
    'spinlocks',
    {
      state: attribute('state', onOffText, { help: 'on or off.' }),
      retries: attribute('retries', wholeNumber, {
        help: 'How often a lock is tried before the host is told; at least 4095.',
      }),
    },
    { help: 'The guest tells the host about long waits for a lock.', since: '1.1.0' },
  ),
  vpindex: enlightenment('vpindex', 'Virtual processor index; needed by synic, tlbflush and ipi.', '1.3.3'),
  runtime: enlightenment(
    'runtime',
    'Time that the guest’s processors spent on guest code and on behalf of it.',
    '1.3.3',
  ),
  synic: enlightenment('synic', 'Synthetic interrupt controller; needed by stimer.', '1.3.3'),
  stimer: short(
    'stimer',
    'state',
    {
      state: attribute('state', onOffText, { help: 'on or off.' }),
      direct: at(
        'direct',
        attribute('state', onOffText, {
          help: 'Timer events go straight to the guest as interrupts.',
          since: '5.7.0',
        }),
      ),
    },
    { help: 'Synthetic timers; needs synic and vpindex.', since: '1.3.3' },
  ),
  reset: enlightenment('reset', 'Hypervisor reset.', '1.3.3'),
  vendor_id: child(
    'vendor_id',
    {
      state: attribute('state', onOffText, { help: 'on or off.' }),
      value: attribute('value', anyText, { help: 'At most 12 characters.' }),
    },
    {
      label: 'Vendor id',
      help: 'The vendor that the hypervisor names itself; any other than the default helps old NVIDIA drivers.',
      since: '1.3.3',
    },
  ),
  frequencies: enlightenment('frequencies', 'The guest can read the frequencies of TSC and APIC.', '4.7.0'),
  reenlightenment: enlightenment(
    'reenlightenment',
    'Notification when the TSC frequency changes by migration.',
    '4.7.0',
  ),
  tlbflush: short(
    'tlbflush',
    'state',
    {
      state: attribute('state', onOffText, { help: 'on or off.' }),
      direct: at(
        'direct',
        attribute('state', onOffText, { help: 'Nested guests flush directly.', since: '11.0.0' }),
      ),
      extended: at(
        'extended',
        attribute('state', onOffText, { help: 'Extended hypercall.', since: '11.0.0' }),
      ),
    },
    { label: 'TLB flush', help: 'Paravirtual TLB flush; needs vpindex.', since: '4.7.0' },
  ),
  ipi: enlightenment('ipi', 'Paravirtual interprocessor interrupts; needs vpindex.', '4.10.0'),
  evmcs: enlightenment('evmcs', 'Enlightened VMCS for nested Hyper-V, Intel only.', '4.10.0'),
  avic: enlightenment('avic', 'Hardware APIC virtualisation stays usable for the guest.', '8.10.0'),
  emsr_bitmap: enlightenment('emsr_bitmap', 'Enlightened MSR bitmap for nested guests.', '10.7.0'),
  xmm_input: enlightenment('xmm_input', 'Hypercall input in XMM registers.', '10.7.0'),
} as const

/** What a Linux guest is told by KVM. */
export const kvm = {
  hidden: at(
    'hidden',
    attribute('state', onOffText, {
      help: 'Hides KVM from the guest, for drivers that refuse to run in one.',
      since: '1.2.8',
    }),
  ),
  hint_dedicated: at(
    'hint-dedicated',
    attribute('state', onOffText, {
      help: 'The vCPUs have host CPUs of their own: spinning is fine.',
      since: '5.7.0',
    }),
  ),
  poll_control: at(
    'poll-control',
    attribute('state', onOffText, {
      help: 'The guest polls before it halts, the host no longer.',
      since: '6.10.0',
    }),
  ),
  pv_ipi: at(
    'pv-ipi',
    attribute('state', onOffText, { help: 'Paravirtual interprocessor interrupts.', since: '7.10.0' }),
  ),
  dirty_ring: at(
    'dirty-ring',
    attribute('state', onOffText, { help: 'Dirty ring instead of the bitmap.', since: '8.0.0' }),
  ),
  dirty_ring_size: at(
    'dirty-ring',
    attribute('size', integer({ minimum: 1024, maximum: 65536 }), {
      help: 'Entries of the dirty ring: a power of two from 1024 to 65536.',
      since: '8.0.0',
    }),
  ),
} as const

const xen = {
  e820_host: at(
    'e820_host',
    attribute('state', onOff, { label: 'Host memory map', help: 'The guest sees the host’s memory map.' }),
  ),
  passthrough: child(
    'passthrough',
    {
      state: attribute('state', onOff, { help: 'Whether devices can be passed through.' }),
      mode: attribute('mode', oneOf('sync_pt', 'share_pt'), { help: 'How the IOMMU’s tables are kept.' }),
    },
    { help: 'IOMMU for passed-through devices.' },
  ),
} as const

export const features = {
  pae: presence('pae', { label: 'PAE', help: 'Physical address extension for 32-bit guests.' }),
  acpi: presence('acpi', {
    label: 'ACPI',
    help: 'Power management; a guest with UEFI needs it.',
    default: true,
  }),
  apic: at('apic', present({ label: 'APIC', help: 'Programmable interrupts.', default: true })),
  apic_eoi: at(
    'apic',
    attribute('eoi', onOff, {
      label: 'APIC end of interrupt',
      help: 'Paravirtual end of interrupt.',
      since: '0.10.2',
    }),
  ),
  hap: at('hap', impliedAttribute('state', onOff, true, { label: 'HAP', help: 'Hardware assisted paging.' })),
  capabilities,
  privnet: presence('privnet', { help: 'A network namespace of its own (containers).' }),
  viridian: presence('viridian', { help: 'Hyper-V extensions on Xen.' }),
  hyperv: child('hyperv', hyperv, {
    label: 'Hyper-V',
    help: 'What a Windows guest is told so that it behaves well as a guest.',
  }),
  xen: child('xen', xen, { help: 'What a guest of Xen is given.', since: '6.3.0' }),
  pvspinlock: at(
    'pvspinlock',
    impliedAttribute('state', onOff, true, {
      label: 'Paravirtual spinlocks',
      help: 'The guest tells the host about long waits for a lock.',
      since: '1.2.1',
    }),
  ),
  virtualization: presence('virtualization', { help: 'The guest can run guests of its own.' }),
  kvm: child('kvm', kvm, {
    label: 'KVM',
    help: 'What a Linux guest is told by KVM, and whether it sees KVM at all.',
  }),
  pmu: at(
    'pmu',
    impliedAttribute('state', onOff, true, {
      label: 'PMU',
      help: 'Performance counters in the guest.',
      since: '1.2.12',
    }),
  ),
  vmport: at(
    'vmport',
    impliedAttribute('state', onOff, true, {
      label: 'VMware port',
      help: 'Emulation of VMware’s port; off is better for Windows.',
      since: '1.2.16',
    }),
  ),
  gic: at(
    'gic',
    attribute('version', oneOf('2', '3', 'host'), {
      label: 'GIC',
      help: 'Interrupt controller of ARM guests.',
      since: '1.2.16',
    }),
  ),
  smm: at(
    'smm',
    impliedAttribute('state', onOff, true, {
      label: 'SMM',
      help: 'System Management Mode; Secure Boot needs it.',
      since: '2.1.0',
    }),
  ),
  smm_tseg: at(
    'smm',
    sized('tseg', {
      label: 'SMM memory',
      help: 'Memory of System Management Mode; more for many vCPUs or much memory.',
      since: '4.5.0',
    }),
  ),
  ioapic: at(
    'ioapic',
    attribute('driver', oneOf('kvm', 'qemu'), {
      label: 'I/O APIC',
      help: 'qemu for interrupt remapping.',
      since: '3.4.0',
    }),
  ),
  hpt_resizing: at(
    'hpt',
    attribute('resizing', oneOf('enabled', 'disabled', 'required'), {
      help: 'Resizable hash page table (pSeries).',
      since: '3.10.0',
    }),
  ),
  hpt_maxpagesize: at(
    'hpt',
    sized('maxpagesize', { help: 'Largest page of the hash page table (pSeries).', since: '4.5.0' }),
  ),
  vmcoreinfo: at(
    'vmcoreinfo',
    impliedAttribute('state', onOff, true, {
      label: 'vmcoreinfo',
      help: 'The guest leaves what a memory dump needs.',
      since: '3.10.0',
    }),
  ),
  htm: at(
    'htm',
    impliedAttribute('state', onOff, true, {
      label: 'HTM',
      help: 'Hardware transactional memory (pSeries).',
      since: '4.6.0',
    }),
  ),
  nested_hv: at(
    'nested-hv',
    impliedAttribute('state', onOff, true, { help: 'Nested guests (pSeries).', since: '4.10.0' }),
  ),
  ccf_assist: at(
    'ccf-assist',
    impliedAttribute('state', onOff, true, { help: 'Count cache flush assist (pSeries).', since: '5.9.0' }),
  ),
  cfpc: at(
    'cfpc',
    attribute('value', oneOf('broken', 'workaround', 'fixed'), {
      label: 'CFPC',
      help: 'Cache flush on privilege change (pSeries).',
      since: '6.3.0',
    }),
  ),
  sbbc: at(
    'sbbc',
    attribute('value', oneOf('broken', 'workaround', 'fixed'), {
      label: 'SBBC',
      help: 'Speculation barrier bounds checking (pSeries).',
      since: '6.3.0',
    }),
  ),
  ibs: at(
    'ibs',
    attribute('value', oneOf('broken', 'workaround', 'fixed-ibs', 'fixed-ccd', 'fixed-na'), {
      label: 'IBS',
      help: 'Indirect branch speculation (pSeries).',
      since: '6.3.0',
    }),
  ),
  msrs: at(
    'msrs',
    attribute('unknown', oneOf('ignore', 'fault'), {
      label: 'Unknown MSRs',
      help: 'What happens when the guest touches a register that nobody knows.',
      since: '5.1.0',
    }),
  ),
  tcg: child(
    'tcg',
    { tb_cache: sized('tb-cache', { help: 'Memory for translated code.' }) },
    { label: 'TCG', help: 'Emulation without KVM.', since: '7.10.0' },
  ),
  async_teardown: at(
    'async-teardown',
    attribute('enabled', oneOf('yes', 'no'), {
      help: 'Memory is given back after the VM is gone.',
      since: '9.6.0',
    }),
  ),
  ras: at(
    'ras',
    impliedAttribute('state', onOff, true, {
      label: 'RAS',
      help: 'Memory errors are reported to ARM guests.',
      since: '10.4.0',
    }),
  ),
  ps2: at(
    'ps2',
    impliedAttribute('state', onOff, true, { label: 'PS/2', help: 'The PS/2 controller.', since: '10.7.0' }),
  ),
  aia: at(
    'aia',
    attribute('value', oneOf('aplic', 'aplic-imsic', 'none'), {
      label: 'AIA',
      help: 'Interrupt architecture of RISC-V guests.',
      since: '11.1.0',
    }),
  ),
} as const
