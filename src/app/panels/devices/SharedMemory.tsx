import { useState } from 'react'
import { lookingGlassMemoryMiB } from '../../core.ts'
import { SpecGroup } from '../../form/index.ts'
import { below, type FieldOf, type ItemAt, type SpecPath, say, specPath } from '../../spec-path.ts'
import { vmDocument } from '../../store.ts'
import { announce, Button, FieldGroup, NumberField, Switch } from '../../ui/index.ts'
import { t } from '../../words/index.ts'

const sharedMemory = specPath(['libvirt', 'devices', 'shmem'])

export type SharedMemory = ItemAt<typeof sharedMemory>

const fields: readonly FieldOf<SharedMemory>[] = ['name', 'size', 'model.type', 'role', 'server.path']

/** The fields of shared memory, and below them its size by the screen that it is to carry. */
export function sharedMemoryForm(path: SpecPath<SharedMemory>, { size }: SharedMemory) {
  return (
    <>
      <SpecGroup path={path} fields={fields} />
      <SizeByScreen path={path} size={size} />
    </>
  )
}

/** Looking Glass truncates the picture where the memory is too small, and wastes what is too much. */
function SizeByScreen({
  path,
  size,
}: {
  readonly path: SpecPath<SharedMemory>
  readonly size: string | undefined
}) {
  const [width, setWidth] = useState<number | undefined>(2560)
  const [height, setHeight] = useState<number | undefined>(1440)
  const [hdr, setHdr] = useState(false)
  const memory = lookingGlassMemoryMiB({ width: width ?? 0, height: height ?? 0, hdr })
  const wanted = memory === undefined ? undefined : `${memory}M`
  const take = () => {
    if (memory === undefined || wanted === undefined) return
    vmDocument.changeAll(
      [say(below(path, ['size']), wanted)],
      t`size the shared memory for ${width ?? ''} × ${height ?? ''}`,
    )
    announce(t`The shared memory is ${memory} MiB`)
  }
  return (
    <FieldGroup title={t`Size by the screen (Looking Glass)`}>
      <NumberField label={t`Width`} unit="px" min={1} value={width} onChange={setWidth} />
      <NumberField label={t`Height`} unit="px" min={1} value={height} onChange={setHeight} />
      <Switch
        label={t`HDR`}
        help={t`64-bit colours take twice the memory; the host shows them in 32 bits all the same.`}
        value={hdr}
        onChange={setHdr}
      />
      <p role="status">{sentence(memory, wanted === size)}</p>
      <div>
        <Button size="small" disabled={wanted === undefined || wanted === size} onPress={take}>
          {wanted === undefined ? t`Set the size` : t`Set the size to ${wanted}`}
        </Button>
      </div>
    </FieldGroup>
  )
}

function sentence(memoryMiB: number | undefined, isSet: boolean): string {
  if (memoryMiB === undefined) return t`Width and height of the guest’s screen give the size.`
  return isSet
    ? t`The screen takes ${memoryMiB} MiB, as it is.`
    : t`The screen takes ${memoryMiB} MiB: two frames and 10 MiB, as a power of two.`
}
