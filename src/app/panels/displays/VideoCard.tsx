import { formatPath, type GpuModelName, gpuModels, recommendGpuModel } from '../../core.ts'
import { SpecGroup, useHostChoices, useStanding } from '../../form/index.ts'
import { below, type ItemAt, type KeyOf, type SpecPath, specPath } from '../../spec-path.ts'
import { useSpecValue, useVmDocument } from '../../store.ts'
import { type ChoiceColumn, type ChoiceRow, ChoiceTable } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { useHostDevices } from '../host-devices.ts'
import { changeKind, keysOf, keysOfKind } from '../kind.ts'
import { textOf, useSpecItems } from '../spec-values.ts'
import './displays.css'

const video = specPath(['libvirt', 'devices', 'video'])

type Card = ItemAt<typeof video>

/** The model as a table of reasons, then the knobs of the one that is picked. */
export function VideoCard({ path }: { readonly path: SpecPath<Card> }) {
  const card = useSpecValue(path)
  const model = card?.model
  const picked = gpuModels.find((one) => one.model === model)
  const barred = hiddenKeys(path, card, model)
  const knobs = knobsOf(path, model)

  return (
    <div className="video-card">
      <ModelTable path={path} model={picked?.model} />
      {picked !== undefined && (
        <dl className="video-card__reasons">
          <dt>{t`For`}</dt>
          <dd>{picked.speaksFor}</dd>
          <dt>{t`Against`}</dt>
          <dd>{picked.speaksAgainst}</dd>
        </dl>
      )}
      {picked !== undefined && picked.model !== 'none' && (
        <SpecGroup
          key={picked.model}
          title={t`Settings of ${picked.model}`}
          path={path}
          fields={knobs}
          omit={['model', ...barred]}
        />
      )}
    </div>
  )
}

const columns: readonly ChoiceColumn[] = [
  { id: 'bestFor', label: t`Best for` },
  { id: 'accel3d', label: '3D', width: '8%' },
  { id: 'wayland', label: t`Wayland`, width: '12%' },
  { id: 'firmware', label: t`Firmware`, width: '15%' },
  { id: 'guestDriver', label: t`Guest driver`, width: '22%' },
]

function ModelTable({
  path,
  model,
}: {
  readonly path: SpecPath<Card>
  readonly model: GpuModelName | undefined
}) {
  const design = useVmDocument((state) => state.design)
  const devices = useHostDevices()
  const cards = useSpecItems(video)
  const recommended = path.at(-1) === 0 ? recommendGpuModel(design, devices) : undefined
  const rows = gpuModels.map((row): ChoiceRow<GpuModelName> => {
    const beside = row.model === 'none' && cards.length > 1 ? t`Not beside another card.` : undefined
    return {
      value: row.model,
      title: row.model,
      cells: {
        bestFor: row.bestFor,
        accel3d: row.accel3d,
        wayland: row.wayland,
        firmware: row.firmware,
        guestDriver: row.guestDriver,
      },
      recommended: recommended?.model === row.model ? recommended.reason : undefined,
      disabledReason: row.model === model ? undefined : (row.otherHypervisor ?? beside),
    }
  })
  const possible = useHostChoices(below(path, ['model']), rows, model)
  return (
    <ChoiceTable
      label={t`Model`}
      path={formatPath(below(path, ['model']))}
      {...useStanding(below(path, ['model']))}
      columns={columns}
      rows={possible}
      value={model}
      onChange={(next) => changeKind(path, 'model', next, t`use ${next}`)}
    />
  )
}

/** What is not one of the card's own knobs: it stands under More. */
const asides = new Set<KeyOf<Card>>(['model', 'driver', 'acpi', 'alias', 'address'])

function knobsOf(path: SpecPath<Card>, model: string | undefined): readonly KeyOf<Card>[] {
  return keysOfKind(path, 'model', model).filter((key) => !asides.has(key))
}

/** The knobs of other models, but for those that hold a value all the same: they have to be seen to be removed. */
function hiddenKeys(
  path: SpecPath<Card>,
  card: Card | undefined,
  model: string | undefined,
): readonly KeyOf<Card>[] {
  const own = keysOfKind(path, 'model', model)
  const all: readonly KeyOf<Card>[] = keysOf(path)
  return all.filter((key) => !own.includes(key) && textOf(card?.[key]) === undefined)
}
