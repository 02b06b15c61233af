import { guestMounts } from '../../core.ts'
import { SpecGroup } from '../../form/index.ts'
import { useRendered } from '../../render/index.ts'
import { below, type FieldOf, type SpecPath } from '../../spec-path.ts'
import { useSpecText } from '../spec-values.ts'
import { IdMap } from './IdMap.tsx'
import { InTheGuest } from './InTheGuest.tsx'
import type { Share } from './share-path.ts'

/** One share: where it is, how it behaves, who owns what, and what the guest does with it. */
export function ShareForm({ path }: { readonly path: SpecPath<Share> }) {
  const index = Number(path.at(-1))
  const driver = useSpecText(below(path, ['driver', 'type']))
  const filesystems = useRendered(({ resolved }) => resolved.domain.devices?.filesystems)
  const mount =
    filesystems === undefined
      ? undefined
      : guestMounts({ devices: { filesystems } }).find((one) => one.index === index)
  return (
    <SpecGroup path={path} fields={driver === 'virtiofs' ? virtiofsFields : usualFields}>
      {mount !== undefined && <InTheGuest mount={mount} />}
      {driver === 'virtiofs' && <IdMap idmap={filesystems?.[index]?.idmap} />}
    </SpecGroup>
  )
}

const virtiofsFields: readonly FieldOf<Share>[] = [
  'source.dir',
  'target.dir',
  'driver.type',
  'accessmode',
  'readonly',
  'binary.cache',
  'binary.xattr',
  'binary.sandbox',
  'binary.thread_pool',
]

const usualFields: readonly FieldOf<Share>[] = [
  'source.dir',
  'target.dir',
  'driver.type',
  'accessmode',
  'readonly',
  'multidevs',
]
