/** What a file from elsewhere is: a vm.yml, or what is known about a host. */
import {
  type Design,
  type Finding,
  type HostFacts,
  hostFactsSchema,
  isRecord,
  readHostFacts,
} from '../core.ts'

export type ReadFile =
  | { readonly kind: 'host'; readonly host: HostFacts; readonly findings: readonly Finding[] }
  | { readonly kind: 'designs'; readonly designs: readonly Design[]; readonly findings: readonly Finding[] }

/**
 * Reads a text; the reader of YAML is only loaded for a text that is not about a host.
 *
 * @param defaultName what a bare spec is called
 */
export async function readFile(text: string, defaultName: string): Promise<ReadFile> {
  if (isAboutHost(text)) {
    const { facts, findings } = readHostFacts(text)
    return facts === undefined
      ? { kind: 'designs', designs: [], findings }
      : { kind: 'host', host: facts, findings }
  }
  const { readSpecs } = await import('./read-specs.ts')
  const { designs, findings } = readSpecs(text, { defaultName })
  return { kind: 'designs', designs, findings }
}

/** A JSON map that has a key of HostFacts and no VM in it. */
function isAboutHost(text: string): boolean {
  if (!text.trimStart().startsWith('{')) return false
  try {
    const held: unknown = JSON.parse(text)
    return (
      isRecord(held) &&
      Object.keys(held).some((key) => key in hostFactsSchema.shape) &&
      !['source', 'vm', 'vms', 'libvirt_config', 'ram', 'disk_size'].some((key) => key in held)
    )
  } catch {
    return false
  }
}
