import { useDeferredValue, useState } from 'react'
import { formatPath } from '../../core.ts'
import { checkValue, DeviceListEditor, type DeviceWords, fieldAt, More, SpecField } from '../../form/index.ts'
import { Section } from '../../layout/index.ts'
import { useFindingAt } from '../../render/index.ts'
import { below, type ItemAt, say, specPath } from '../../spec-path.ts'
import { vmDocument } from '../../store.ts'
import { Button, FieldGroup, TextField } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { useSpecItems } from '../spec-values.ts'
import { HostPins } from './HostPins.tsx'
import { type PinRow, pinRows, pinsInARow, type VcpuPin, withPin } from './pins.ts'
import { useVcpuCount } from './vcpu-count.ts'
import './cpu.css'

const cputune = specPath(['libvirt', 'cputune'])
const vcpupin = below(cputune, ['vcpupin'])
const iothreadpin = below(cputune, ['iothreadpin'])

type ThreadPin = ItemAt<typeof iothreadpin>

/** Rows of vCPUs that are not pinned, at first and with each click on more. */
const rowsAtOnce = 32

/** Which host CPUs each vCPU, the emulator and the I/O threads run on. */
export function Pinning() {
  const pins = useSpecItems(vcpupin)
  const count = useVcpuCount()
  const pinned = new Set(pins.map((pin) => pin.vcpu).filter((vcpu) => vcpu !== undefined && vcpu < count))
    .size
  return (
    <Section
      title={t`Pinning`}
      about={t`A pinned vCPU keeps its host CPU and what is in its caches. Give the two threads of a guest’s core the two of a host’s core.`}
    >
      <HostPins />
      <More
        title={t`vCPUs to host CPUs`}
        remember="cpu.pins"
        paths={[vcpupin]}
        summary={pinned === 0 ? t`none pinned` : t`${pinned} of ${count} pinned`}
      >
        <PinTable />
      </More>
      <FieldGroup>
        <SpecField path={below(cputune, ['emulatorpin', 'cpuset'])} label={t`Emulator`} placeholder="0-1" />
      </FieldGroup>
      <DeviceListEditor
        listPath={iothreadpin}
        label={t`I/O threads`}
        item={t`I/O thread pin`}
        icon="sliders"
        describe={threadWords}
        empty={t`No I/O thread is pinned`}
        add={newThreadPin}
      />
    </Section>
  )
}

/** The pins of the vCPUs as texts. */
function PinTable() {
  const pins = useSpecItems(vcpupin)
  // The rows may come a moment after the number that asks for them.
  const count = useDeferredValue(useVcpuCount())
  const [most, setMost] = useState(rowsAtOnce)
  const rows = pinRows(pins, count, most)
  return (
    <>
      <div className="pins">
        <table>
          <thead>
            <tr>
              <th scope="col">{t`vCPU`}</th>
              <th scope="col">{t`Host CPUs`}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Pin key={row.vcpu} row={row} pins={pins} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="pins__actions">
        {count > most && (
          <Button size="small" tone="quiet" onPress={() => setMost(most + rowsAtOnce)}>
            {t`Show ${Math.min(rowsAtOnce, count - most)} more of ${count}`}
          </Button>
        )}
        <Button
          size="small"
          onPress={() => vmDocument.changeAll([say(vcpupin, pinsInARow(count, 0))], t`pin all vCPUs`)}
        >{t`Pin to the same number`}</Button>
        <Button
          size="small"
          tone="quiet"
          disabled={pins.length === 0}
          onPress={() => vmDocument.changeAll([{ path: vcpupin }], t`unpin all vCPUs`)}
        >{t`Unpin all`}</Button>
      </div>
    </>
  )
}

const newThreadPin = [
  {
    id: 'pin',
    label: t`I/O thread pin`,
    value: (present: readonly ThreadPin[]) => ({ iothread: present.length + 1 }),
  },
]

function threadWords({ iothread, cpuset }: ThreadPin): DeviceWords {
  return {
    title: t`I/O thread ${iothread ?? '?'}`,
    summary: t`on ${cpuset ?? t`no host CPU yet`}`,
  }
}

function Pin({ row, pins }: { readonly row: PinRow; readonly pins: readonly VcpuPin[] }) {
  const path = [...vcpupin, row.index ?? t`vCPU ${row.vcpu}`, 'cpuset']
  const ownPath = [...vcpupin, row.index ?? 0]
  const finding = useFindingAt(path)
  const ofItem = useFindingAt(ownPath)
  const shown = finding ?? (row.index === undefined ? undefined : ofItem)
  return (
    <tr>
      <th
        scope="row"
        data-path={row.index === undefined ? undefined : formatPath([...vcpupin, row.index, 'vcpu'])}
      >
        {row.vcpu}
      </th>
      <td>
        <TextField
          label={t`Host CPUs of vCPU ${row.vcpu}`}
          hideLabel
          mono
          path={formatPath(path)}
          placeholder={t`any`}
          value={row.cpuset}
          error={row.isBeyond ? t`The guest has no such vCPU` : shown?.message}
          validate={(text) => problemOf(text)}
          onChange={(cpuset) =>
            vmDocument.change(vcpupin, withPin(pins, row, cpuset), t`pin vCPU ${row.vcpu}`)
          }
        />
      </td>
    </tr>
  )
}

function problemOf(text: string): string | undefined {
  const field = fieldAt([...vcpupin, 0, 'cpuset'])?.field
  if (field === undefined) return undefined
  const checked = checkValue(field, text)
  return 'message' in checked ? checked.message : undefined
}
