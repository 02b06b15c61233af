/**
 * The form that the tables draw: a field, a group of fields with the rest under More, a list of devices. They nest as
 * the tables do, so that each needs the others and they stand in one file.
 */

import { type ComponentType, memo, type ReactNode, useMemo } from 'react'
import { ownValue } from '../../core/index.ts'
import { type Finding, formatPath, isRecord, type Path, type Shape, samePath, startsWith } from '../core.ts'
import { findingsBelow, useRendered } from '../render/index.ts'
import { type FieldOf, itemAt, type SpecPath } from '../spec-path.ts'
import { useSelectedDevice, useSpecValue, useVmDocument, vmDocument } from '../store.ts'
import {
  DeviceList,
  type DeviceRow,
  FieldGroup,
  type IconName,
  KeyValueEditor,
  Message,
} from '../ui/index.ts'
import { counted, t, translated } from '../words/index.ts'
import { barredBy } from './check.ts'
import { type DeviceWords, describeDevice } from './describe.ts'
import { fieldAt, inSentence, labelOf, type PlacedField, shapeAt, singular } from './field-at.ts'
import { isNested, type Left, leftOver, parseFieldPath, usualFields } from './field-order.ts'
import { valueMisfit } from './host-limits.ts'
import { TableMore } from './More.tsx'
import { type Looks, ScalarField } from './ScalarField.tsx'
import { SpecForm } from './SpecForm.tsx'

export interface SpecFieldProps extends Looks {
  readonly path: SpecPath
}

interface TableFieldProps extends Looks {
  readonly path: Path
}

/**
 * The field of a path with the control, label, help and checks that its table says. A map becomes a group under a
 * Disclosure, a list of maps a DeviceListEditor. Draws nothing for a path that no table has. Drawn anew only when its
 * own value is another: what is typed into one field of a device must not draw all the others.
 */
const TableField: ComponentType<TableFieldProps> = memo(function TableField({ path, ...looks }) {
  const key = formatPath(path)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path as text stands for the path
  const placed = useMemo(() => fieldAt(path), [key])
  if (placed === undefined) return null
  return <Placed placed={placed} looks={looks} omit={none} />
}, sameField)

/** The same with a path that is checked when it is compiled. */
export const SpecField: ComponentType<SpecFieldProps> = TableField

const none: readonly never[] = []

function sameField(one: TableFieldProps, other: TableFieldProps): boolean {
  const { path, ...looks } = one
  const { path: otherPath, ...otherLooks } = other
  const keys = new Set([...Object.keys(looks), ...Object.keys(otherLooks)])
  return (
    formatPath(path) === formatPath(otherPath) &&
    [...keys].every((key) => Reflect.get(looks, key) === Reflect.get(otherLooks, key))
  )
}

interface PlacedProps {
  readonly placed: PlacedField
  readonly looks: Looks
  /** What of it stands elsewhere, dotted. */
  readonly omit: readonly string[]
}

function Placed({ placed, looks, omit }: PlacedProps) {
  const { field, path, meta } = placed
  const label = looks.label ?? placed.label
  switch (field.kind) {
    case 'list':
      return (
        <TableMore
          title={label}
          remember={rememberedAs(path)}
          paths={[path]}
          summary={translated(meta.help ?? '')}
        >
          {isList(path) && <DeviceListEditor listPath={path} label={label} />}
        </TableMore>
      )
    case 'entriesList':
      return <EntriesList placed={placed} label={label} />
    case 'child': {
      const shape = field.shape()
      const keys = leftOver(shape, omit)
      const only = keys.length === 1 ? keys[0]?.key : field.short
      const main = only !== undefined && keys.some(({ key }) => key === only) ? only : undefined
      // A map of which one thing is said is that thing, with the rest a step further away.
      if (main !== undefined && keys.length === 1)
        return <TableField path={[...path, main]} {...looks} label={label} />
      return (
        <TableMore
          title={label}
          remember={rememberedAs(path)}
          paths={[path]}
          summary={translated(meta.help ?? '')}
        >
          <TableGroup path={path} omit={omit} />
        </TableMore>
      )
    }
    default:
      return <ScalarField placed={placed} looks={looks} />
  }
}

function isList(path: Path): path is SpecPath<readonly object[]> {
  return fieldAt(path)?.field.kind === 'list'
}

/** The name of a path without the indexes, so that each disk remembers the same. */
function rememberedAs(path: Path): string {
  return path.filter((segment) => typeof segment === 'string').join('.')
}

interface TableGroupProps {
  /** The map whose fields these are, or an item of a list; `[]` for the spec itself. */
  readonly path: Path
  /** Shown first, dotted from the path: `['target.bus', 'driver.cache']`. Without it the table decides. */
  readonly fields?: readonly string[] | undefined
  /** What stands elsewhere on the panel, dotted: never shown here. */
  readonly omit?: readonly string[] | undefined
  /** False leaves the rest away, for a panel that shows it elsewhere. */
  readonly more?: boolean | undefined
  readonly moreTitle?: string | undefined
  readonly title?: string | undefined
  /** Between the fields and More. */
  readonly children?: ReactNode
}

export interface SpecGroupProps<V> extends TableGroupProps {
  readonly path: SpecPath<V>
  readonly fields?: readonly FieldOf<NoInfer<V>>[] | undefined
  readonly omit?: readonly FieldOf<NoInfer<V>>[] | undefined
}

/** Fields of one table: the usual ones, and all the rest under a More that remembers whether it is open. */
export const SpecGroup: <V>(props: SpecGroupProps<V>) => ReactNode = TableGroup

/** The same with a path that comes from the tables themselves. */
function TableGroup(props: TableGroupProps) {
  const { path, omit = none, more = true, moreTitle, title, children } = props
  const shape = shapeAt(path)
  const barred = useBarred(path, shape)
  if (shape === undefined) return null
  const fields = (props.fields ?? usualFields(shape, barred)).filter((field) => !omit.includes(field))
  const left = more ? leftOver(shape, [...fields, ...omit]) : []
  return (
    <>
      {fields.length > 0 && (
        <FieldGroup title={title}>
          {fields.map((field) => (
            <TableField key={field} path={[...path, ...parseFieldPath(field)]} />
          ))}
        </FieldGroup>
      )}
      {children}
      {left.length > 0 && (
        <Rest path={path} shape={shape} left={left} title={moreTitle} alone={fields.length === 0} />
      )}
    </>
  )
}

/** The keys of a table that belong to another kind than the one that was chosen. */
function useBarred(path: Path, shape: Shape | undefined): readonly string[] {
  const keys = Object.keys(shape ?? {})
  const barred = useVmDocument(({ design }) =>
    keys
      .filter((key) => {
        const placed = fieldAt([...path, key])
        return placed !== undefined && barredBy(placed, design.spec) !== undefined
      })
      .join(' '),
  )
  return barred.split(' ')
}

interface RestProps {
  readonly path: Path
  readonly shape: Shape
  readonly left: readonly Left[]
  readonly title: string | undefined
  /** Nothing stands before it: it need not be a step further away. */
  readonly alone: boolean
}

function Rest({ path, shape, left, title, alone }: RestProps) {
  const body = <RestBody path={path} left={left} />
  if (alone && title === undefined) return body
  const names = left.map(({ key }) => inSentence(labelOf(key, ownValue(shape, key)?.meta ?? {})))
  return (
    <TableMore
      title={title}
      remember={`${rememberedAs(path)}.more`}
      paths={left.map(({ key }) => [...path, key])}
      summary={names.length > 4 ? `${names.slice(0, 4).join(', ')} …` : names.join(', ')}
    >
      {body}
    </TableMore>
  )
}

/** Single fields first, then the maps and lists; what belongs to another kind last, a step further away. */
function RestBody({ path, left }: { readonly path: Path; readonly left: readonly Left[] }) {
  const placed = left.flatMap(({ key, omit }) => {
    const found = fieldAt([...path, key])
    return found === undefined ? [] : [{ found, omit }]
  })
  const barred = useBarred(path, shapeAt(path))
  const open = placed.filter(({ found }) => !barred.includes(found.key))
  const closed = placed.filter(({ found }) => barred.includes(found.key))
  return (
    <>
      <PlacedFields placed={open} />
      {closed.length > 0 && (
        <TableMore
          title={t`Not with this kind`}
          remember={`${rememberedAs(path)}.barred`}
          paths={closed.map(({ found }) => found.path)}
          summary={counted(closed.length, 'setting')}
        >
          <PlacedFields placed={closed} />
        </TableMore>
      )}
    </>
  )
}

interface PlacedWithOmit {
  readonly found: PlacedField
  readonly omit: readonly string[]
}

const plain: Looks = {}

function PlacedFields({ placed }: { readonly placed: readonly PlacedWithOmit[] }) {
  const single = placed.filter(({ found }) => !isNested(found.field))
  const nested = placed.filter(({ found }) => isNested(found.field))
  return (
    <>
      {single.length > 0 && (
        <FieldGroup>
          {single.map(({ found, omit }) => (
            <Placed key={found.key} placed={found} looks={plain} omit={omit} />
          ))}
        </FieldGroup>
      )}
      {nested.map(({ found, omit }) => (
        <Placed key={found.key} placed={found} looks={plain} omit={omit} />
      ))}
    </>
  )
}

/** A device that can be added, with what it starts as. */
export interface AddEntry<Item> {
  readonly id: string
  readonly label: string
  readonly description?: string | undefined
  readonly icon?: IconName | undefined
  /** In memory form; a function when it depends on what is there already. */
  readonly value: Item | ((present: readonly Item[]) => Item)
}

export interface DeviceListEditorProps<Item> {
  readonly listPath: SpecPath<readonly Item[]>
  /** What the list holds, in the plural: 'Disks'. The table's label when left out. */
  readonly label?: string | undefined
  /** One of them: 'disk'. */
  readonly item?: string | undefined
  /** A row in words, from the device alone. Keep it the same function: rows are remembered by their device. */
  readonly describe?: ((device: NoInfer<Item>, index: number) => DeviceWords) | undefined
  readonly icon?: IconName | undefined
  /** The fields that the form shows first, dotted. */
  readonly main?: readonly FieldOf<NoInfer<Item>>[] | undefined
  /** One entry adds at a click, several open a menu; without it an empty device is added. */
  readonly add?: readonly AddEntry<NoInfer<Item>>[] | undefined
  /** Instead of the form of the table. */
  readonly form?: ((path: SpecPath<NoInfer<Item>>, device: NoInfer<Item>) => ReactNode) | undefined
  readonly empty?: ReactNode
}

/** Read-only rows of the devices of a list, and the small form of the one that is selected. */
export function DeviceListEditor<Item extends object>(props: DeviceListEditorProps<Item>) {
  const { listPath, icon, main, add, empty } = props
  const placed = fieldAt(listPath)
  const devices = useSpecValue(listPath) ?? none
  const selected = useSelectedDevice(listPath)
  const findings = useRendered((rendered) => rendered.findings)
  const label = props.label ?? placed?.label ?? ''
  const item = props.item ?? singular(inSentence(label))
  const shape = shapeAt([...listPath, 0]) ?? {}
  const about = findings.filter(({ path }) => startsWith(path, listPath))

  const rows = devices.map((device, index): DeviceRow => {
    const words = props.describe?.(device, index) ?? describeDevice(shape, device, item, index)
    return { id: String(index), icon, ...words, findings: findingsBelow(about, [[...listPath, index]]) }
  })
  const host = useVmDocument((state) => state.host)
  const device = selected === undefined ? undefined : devices[selected]
  const path = itemAt(listPath, selected ?? 0)
  const startOf = (entry: AddEntry<Item> | undefined) =>
    (typeof entry?.value === 'function' ? entry.value(devices) : entry?.value) ?? {}
  const addOne = (id: string | undefined) =>
    vmDocument.addDevice(listPath, startOf(add?.find((one) => one.id === id) ?? add?.[0]), t`add ${item}`)
  /** Why this host can't have it. */
  const misfitOf = (entry: AddEntry<Item>) => {
    const { spec } = vmDocument.store.getState().design
    return valueMisfit(host, spec, [...listPath, devices.length], startOf(entry))
  }

  return (
    <div data-path={formatPath(listPath)}>
      <DeviceList
        label={label}
        rows={rows}
        selected={device === undefined ? undefined : String(selected)}
        onSelect={(id) => vmDocument.selectDevice(listPath, id === undefined ? undefined : Number(id))}
        add={{
          label: t`Add ${item}`,
          entries:
            add === undefined || add.length < 2
              ? undefined
              : add.map((entry) => ({
                  id: entry.id,
                  label: entry.label,
                  description: entry.description,
                  icon: entry.icon,
                  disabledReason: misfitOf(entry),
                })),
          onAdd: addOne,
        }}
        onRemove={(id) => vmDocument.removeDevice(listPath, Number(id), t`remove ${item}`)}
        onMove={(id, by) => vmDocument.moveDevice(listPath, Number(id), Number(id) + by, t`move ${item}`)}
        onDuplicate={(id) => {
          const copy = devices[Number(id)]
          if (copy !== undefined) vmDocument.addDevice(listPath, copy, t`duplicate ${item}`, Number(id) + 1)
        }}
        empty={empty}
      >
        {device !== undefined && (
          <SpecForm key={formatPath(path)}>
            <WithoutField findings={about} path={path} />
            {props.form?.(path, device) ?? <SpecGroup path={path} fields={main} />}
          </SpecForm>
        )}
      </DeviceList>
    </div>
  )
}

/** What is wrong with a device as a whole, or with a part of it that has no field to say so. */
function WithoutField({ findings, path }: { readonly findings: readonly Finding[]; readonly path: Path }) {
  return findings.map(({ severity, message, path: at }) =>
    severity === 'advice' || !startsWith(at, path) || hasField(at) ? null : (
      <Message key={`${formatPath(at)} ${message}`} kind={severity} text={message} />
    ),
  )
}

function hasField(path: Path): boolean {
  const placed = fieldAt(path)
  return placed !== undefined && samePath(placed.path, path) && !isNested(placed.field)
}

/** A list of maps of texts, as `sysinfo`'s OEM boards: one editor each. */
function EntriesList({ placed, label }: { readonly placed: PlacedField; readonly label: string }) {
  const held = useSpecValue(placed.path)
  const maps = Array.isArray(held) ? held.filter(isRecord) : []
  const item = singular(inSentence(label))
  return (
    <FieldGroup title={label}>
      {[...maps, {}].map((map, index) => (
        <KeyValueEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a map has no name but its place
          key={index}
          label={index < maps.length ? `${label} ${index + 1}` : t`Another ${item}`}
          path={formatPath([...placed.path, index])}
          item={t`entry`}
          value={Object.fromEntries(Object.entries(map).map(([key, text]) => [key, String(text)]))}
          onChange={(next) =>
            vmDocument.change(
              [...placed.path, index],
              Object.keys(next).length === 0 ? undefined : next,
              t`change ${item}`,
            )
          }
        />
      ))}
    </FieldGroup>
  )
}
