/** Another machine in the place of this one: what the Domain shows is said anew, what it does not show stays. */
import type { Domain } from '../domain/index.ts'
import type { HostFacts } from '../host/index.ts'
import { missingFrom, pruned, sameValue } from '../lift/index.ts'
import { resolve, type Target } from '../resolve/index.ts'
import { applyChanges, type Design, type VmSpec } from '../spec/index.ts'

/** The keys of vm.yml that say parts of the Domain in short; `libvirt` says them all. */
const shortWords = ['ram', 'cpu', 'machine', 'firmware'] as const

/** The design with all of the Domain under `libvirt`; resolve may still add to it. */
export function saidAnew(
  { name, spec }: Design,
  { name: _, ...wanted }: Domain,
  host: HostFacts | undefined,
  target: Target,
): Design {
  const bare = applyChanges(
    spec,
    shortWords.map((key) => ({ path: [key] })),
  )
  const whole: VmSpec = {
    ...bare,
    libvirt: { ...wanted, devices: { interfaces: [], serial: [], console: [], ...wanted.devices } },
  }
  const resolved = ({ libvirt = {} }: VmSpec) =>
    resolve({ name, spec: { ...bare, libvirt } }, host, target).domain
  const { libvirt } = whole
  const shortest = pruned({ libvirt }, resolved(whole), resolved)
  return { name, spec: { ...bare, libvirt: shortest.libvirt } }
}

/** A lifted design with the rest of the author's: whatever does not change its domain. */
export function withWhatXmlDoesNotSay(author: Design, lifted: Design, host: HostFacts | undefined): Design {
  const target = resolve(lifted, host).domain
  let spec: VmSpec = lifted.spec
  for (const [key, said] of Object.entries(author.spec)) {
    if (key === 'libvirt' || said === undefined || Object.hasOwn(spec, key)) continue
    const candidate: VmSpec = applyChanges(spec, [{ path: [key], value: said }])
    const { domain } = resolve({ ...lifted, spec: candidate }, host)
    if (missingFrom(target, domain).length === 0 && sameValue(domain, target)) spec = candidate
  }
  return { ...lifted, spec }
}
