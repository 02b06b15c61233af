/** What a Windows guest is told: libvirt's names and QEMU's. QEMU manual, Hyper-V Enlightenments. */
import type { Domain } from '../../domain/index.ts'

type HyperV = NonNullable<NonNullable<Domain['features']>['hyperv']>
/** Enlightenments that are a word, on or off. */
type Switch = {
  [Key in keyof HyperV]-?: NonNullable<HyperV[Key]> extends 'on' | 'off' ? Key : never
}[keyof HyperV]

export interface Enlightenment {
  readonly key: Exclude<Switch, 'mode'>
  /** The property of the processor. */
  readonly property: string
  /** The first version of QEMU that has it; undefined for all of those that we write for. */
  readonly since?: string
}

/** Those with one state. */
export const enlightenments: readonly Enlightenment[] = [
  { key: 'relaxed', property: 'hv-relaxed' },
  { key: 'vapic', property: 'hv-vapic' },
  { key: 'vpindex', property: 'hv-vpindex' },
  { key: 'runtime', property: 'hv-runtime' },
  { key: 'synic', property: 'hv-synic' },
  { key: 'reset', property: 'hv-reset' },
  { key: 'frequencies', property: 'hv-frequencies' },
  { key: 'reenlightenment', property: 'hv-reenlightenment' },
  { key: 'ipi', property: 'hv-ipi' },
  { key: 'evmcs', property: 'hv-evmcs' },
  { key: 'avic', property: 'hv-avic' },
  { key: 'emsr_bitmap', property: 'hv-emsr-bitmap', since: '7.1' },
  { key: 'xmm_input', property: 'hv-xmm-input', since: '7.1' },
]

/** Those with a state and further ones inside. */
export const nestedEnlightenments = [
  { key: 'stimer', inner: 'state', property: 'hv-stimer', since: undefined },
  { key: 'stimer', inner: 'direct', property: 'hv-stimer-direct', since: undefined },
  { key: 'tlbflush', inner: 'state', property: 'hv-tlbflush', since: undefined },
  { key: 'tlbflush', inner: 'direct', property: 'hv-tlbflush-direct', since: '7.1' },
  { key: 'tlbflush', inner: 'extended', property: 'hv-tlbflush-ext', since: '7.1' },
] as const

/** What a Linux guest is told by KVM; libvirt writes the state that is not QEMU's own. */
export const kvmProperties = [
  { key: 'hint_dedicated', property: 'kvm-hint-dedicated', written: 'on' },
  { key: 'poll_control', property: 'kvm-poll-control', written: 'on' },
  { key: 'pv_ipi', property: 'kvm-pv-ipi', written: 'off' },
] as const
