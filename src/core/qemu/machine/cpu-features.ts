/** Names of processor features: libvirt's and QEMU's. */
import { ownValue } from '../../text/index.ts'

/** QEMU spells the same bit in another way; `virQEMUCapsCPUFeaturesX86` of libvirt. */
const spelledOtherwise: Readonly<Record<string, string>> = { pclmuldq: 'pclmulqdq' }

/** QEMU never had a property for them: libvirt leaves them out as well. */
const unknownToQemu = new Set(['cmt', 'mbm_total', 'mbm_local', 'osxsave', 'ospke'])

/** As QEMU's -cpu has it; undefined for a feature that QEMU has no property for. */
export function featureToQemu(name: string, isX86: boolean): string | undefined {
  if (!isX86) return name
  if (unknownToQemu.has(name)) return undefined
  return ownValue(spelledOtherwise, name) ?? name.replaceAll('_', '-')
}

/** Features with an underscore in libvirt's name. libvirt, src/cpu_map/x86_features.xml. */
const underscored = [
  'cmp_legacy',
  'ds_cpl',
  'fxsr_opt',
  'kvm_pv_eoi',
  'kvm_pv_unhalt',
  'lahf_lm',
  'nodeid_msr',
  'perfctr_core',
  'perfctr_nb',
  'tsc_adjust',
]

/** Names that QEMU takes as well, by libvirt's. QEMU, `x86_cpu_initfn`; libvirt 11.3, `<alias source='qemu'>` there. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  pni: ['sse3'],
  'sse4.1': ['sse4-1'],
  'sse4.2': ['sse4-2'],
  nx: ['xd'],
  lm: ['i64'],
  fxsr_opt: ['ffxsr'],
  'vmx-invvpid-single-context-noglobals': ['vmx-invept-single-context-noglobals'],
}

const toLibvirt = new Map([
  ...Object.entries(spelledOtherwise).map(([libvirt, qemu]) => [qemu, libvirt] as const),
  ...underscored.map((name) => [name.replaceAll('_', '-'), name] as const),
  ...Object.entries(alsoCalled).flatMap(([libvirt, others]) =>
    others.map((name) => [name, libvirt] as const),
  ),
])

/** As libvirt has it, of a property of QEMU with dashes or underscores. */
export function featureToLibvirt(name: string, isX86: boolean): string {
  if (!isX86) return name
  const dashed = name.replaceAll('_', '-')
  return toLibvirt.get(dashed) ?? dashed
}
