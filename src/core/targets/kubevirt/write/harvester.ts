/**
 * The same VM for Harvester, which makes volumes of an annotation: claims with the id of an image, and no templates.
 * harvester/harvester pkg/data/template.go, pkg/util/constants.go.
 */
import { isRecord, type UnknownRecord } from '../../../table/index.ts'
import { heldAt, merged, setAt } from '../words/tree.ts'

const annotation = 'harvesterhci.io/volumeClaimTemplates'

/** @returns the VM, and how many images have to be named by hand */
export function forHarvester(vm: UnknownRecord): { readonly vm: UnknownRecord; readonly images: number } {
  const { spec, ...others } = vm
  const { dataVolumeTemplates, ...rest } = isRecord(spec) ? spec : {}
  const templates: readonly unknown[] = Array.isArray(dataVolumeTemplates) ? dataVolumeTemplates : []
  const claims = templates.map(claimOf)
  const made = new Set(claims.map((claim) => heldAt(claim, ['metadata', 'name'])))
  const changed: Record<string, unknown> = { ...others, spec: rest }
  if (claims.length > 0) setAt(changed, ['metadata', 'annotations', annotation], JSON.stringify(claims))
  setAt(changed, ['spec', 'runStrategy'], 'RerunOnFailure')
  const template = ['spec', 'template', 'spec']
  const volumes = heldAt(changed, [...template, 'volumes'])
  if (Array.isArray(volumes))
    setAt(
      changed,
      [...template, 'volumes'],
      volumes.map((one: unknown) => asClaim(one, made)),
    )
  if (heldAt(changed, [...template, 'evictionStrategy']) === undefined)
    setAt(changed, [...template, 'evictionStrategy'], 'LiveMigrateIfPossible')
  return {
    vm: merged(changed, limitsOf(heldAt(changed, [...template, 'domain']))),
    images: templates.filter((one) => heldAt(one, ['spec', 'source', 'http']) !== undefined).length,
  }
}

/** The image is one that Harvester has under an id of its own. */
function claimOf(template: unknown): UnknownRecord {
  const name = heldAt(template, ['metadata', 'name'])
  const isImage = heldAt(template, ['spec', 'source', 'http']) !== undefined
  return {
    metadata: {
      name,
      ...(isImage ? { annotations: { 'harvesterhci.io/imageId': `default/image-${String(name)}` } } : {}),
    },
    spec: {
      accessModes: ['ReadWriteMany'],
      resources: heldAt(template, ['spec', 'storage', 'resources']),
      volumeMode: 'Block',
      storageClassName: isImage ? `longhorn-image-${String(name)}` : 'harvester-longhorn',
    },
  }
}

function asClaim(volume: unknown, made: ReadonlySet<unknown>): unknown {
  const name = heldAt(volume, ['dataVolume', 'name'])
  if (!isRecord(volume) || !made.has(name)) return volume
  const { dataVolume: _, ...others } = volume
  return { ...others, persistentVolumeClaim: { claimName: name } }
}

/** Its page shows the limits as the size of the VM. */
function limitsOf(domain: unknown): UnknownRecord {
  const [sockets, cores, threads] = ['sockets', 'cores', 'threads'].map((key) => heldAt(domain, ['cpu', key]))
  const count = [sockets, cores, threads].reduce<number>(
    (product, one) => product * (typeof one === 'number' ? one : 1),
    1,
  )
  const memory = heldAt(domain, ['memory', 'guest'])
  const limits = { cpu: String(count), ...(memory === undefined ? {} : { memory }) }
  return { spec: { template: { spec: { domain: { resources: { limits } } } } } }
}
