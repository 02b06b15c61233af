/** Features of the Domain that are properties of the processor. QEMU manual, Hyper-V Enlightenments; KVM CPU features. */
import type { Domain } from '../../domain/index.ts'
import { isRecord } from '../../table/index.ts'
import { type Codec, number, offText, onOff, onText, switched, text } from '../properties/codec.ts'
import { type Properties, propertyOf } from '../properties/property.ts'

type Features = NonNullable<Domain['features']>
type HyperV = NonNullable<Features['hyperv']>

const property = propertyOf<Features>()

/** What the host can is what the guest gets, where libvirt would name what the host can as well. */
const mode: Codec<NonNullable<HyperV['mode']>> = {
  ...switched('passthrough', 'custom'),
  print: (held) => (held === 'passthrough' || held === 'host-model' ? true : undefined),
}

/** How often a lock is tried. */
const retries: Codec<{ readonly state: 'on'; readonly retries: number }> = {
  print: (held) =>
    isRecord(held) && held['state'] === 'on' ? (number.print(held['retries']) ?? 4095) : undefined,
  parse: (held) => {
    const count = number.parse(held)
    return count === undefined ? undefined : { state: 'on', retries: count }
  },
}

/** That KVM shows itself is QEMU's own way. */
const hidden: Codec<'on' | 'off'> = {
  ...switched('off', 'on'),
  print: (held) => (held === 'on' ? false : undefined),
}

export const cpuProperties: Properties<Features> = {
  'kvm-pv-eoi': property('apic_eoi', onOff),
  'kvm-pv-unhalt': property('pvspinlock', onOff),
  pmu: property('pmu', onOff),
  'hv-passthrough': property('hyperv.mode', mode, { usual: 'custom' }),
  'hv-relaxed': property('hyperv.relaxed', onText),
  'hv-vapic': property('hyperv.vapic', onText),
  'hv-vpindex': property('hyperv.vpindex', onText),
  'hv-runtime': property('hyperv.runtime', onText),
  'hv-synic': property('hyperv.synic', onText),
  'hv-reset': property('hyperv.reset', onText),
  'hv-frequencies': property('hyperv.frequencies', onText),
  'hv-reenlightenment': property('hyperv.reenlightenment', onText),
  'hv-ipi': property('hyperv.ipi', onText),
  'hv-evmcs': property('hyperv.evmcs', onText),
  'hv-avic': property('hyperv.avic', onText),
  'hv-emsr-bitmap': property('hyperv.emsr_bitmap', onText, { since: '7.1' }),
  'hv-xmm-input': property('hyperv.xmm_input', onText, { since: '7.1' }),
  'hv-spinlocks': property('hyperv.spinlocks', retries),
  'hv-stimer': property('hyperv.stimer.state', onText),
  'hv-stimer-direct': property('hyperv.stimer.direct', onText),
  'hv-tlbflush': property('hyperv.tlbflush.state', onText),
  'hv-tlbflush-direct': property('hyperv.tlbflush.direct', onText, { since: '7.1' }),
  'hv-tlbflush-ext': property('hyperv.tlbflush.extended', onText, { since: '7.1' }),
  'hv-vendor-id': property('hyperv.vendor_id.value', text),
  kvm: property('kvm.hidden', hidden, { usual: 'off' }),
  'kvm-hint-dedicated': property('kvm.hint_dedicated', onText),
  'kvm-poll-control': property('kvm.poll_control', onText),
  'kvm-pv-ipi': property('kvm.pv_ipi', offText),
}
