import { type ReactNode, Suspense } from 'react'
import { formatPath } from '../core.ts'
import { Boundary, loadable, whenWanted } from '../load/index.ts'
import { useSpecValue, useVmDocument, vmDocument } from '../store.ts'
import {
  type FieldProps,
  KeyValueEditor,
  keepFocus,
  ListEditor,
  NumberField,
  SegmentedControl,
  SizeField,
  Switch,
  TextArea,
  TextField,
  TriState,
} from '../ui/index.ts'
import { t, translated } from '../words/index.ts'
import { barredBy, checkText, checkValue } from './check.ts'
import { inSentence, type PlacedField, singular } from './field-at.ts'
import { newerThanHost, useHostChoices } from './host-limits.ts'
import { useStandingOf } from './standing.ts'

/** The controls with a list that opens: what draws it is not small, and on a phone nobody may open one. */
const ComboBox = loadable(async () => {
  await whenWanted()
  const { ComboBox } = await import('../ui/ComboBox.tsx')
  keepFocus()
  return ComboBox
})
const Select = loadable(async () => {
  await whenWanted()
  const { Select } = await import('../ui/Select.tsx')
  keepFocus()
  return Select
})

/** A value to choose from. */
export interface Suggestion {
  readonly value: string
  readonly description?: string | undefined
  /** Why it can't be chosen. */
  readonly disabledReason?: string | undefined
}

export interface Looks {
  /** Instead of the table's label. */
  readonly label?: string | undefined
  /** Instead of the table's help. */
  readonly help?: string | undefined
  readonly hideLabel?: boolean | undefined
  readonly wide?: boolean | undefined
  /** A quiet line under the control. */
  readonly note?: string | undefined
  readonly placeholder?: string | undefined
  /** For a text: values to choose from; any other can be typed. */
  readonly suggestions?: readonly Suggestion[] | undefined
  /** Why it can't be chosen now, when the table does not say so itself. */
  readonly disabledReason?: string | undefined
}

interface ControlProps {
  readonly placed: PlacedField
  readonly value: unknown
  readonly frame: FieldProps
  readonly looks: Looks
}

/** A field that holds one value, texts, or a map of texts, with the control that its table asks for. */
export function ScalarField({ placed, looks }: { readonly placed: PlacedField; readonly looks: Looks }) {
  const { path, meta } = placed
  const value = useSpecValue(path)
  const barred = useVmDocument((state) => barredBy(placed, state.design.spec))
  const tooNew = useVmDocument((state) => newerThanHost(path, state.host?.libvirt))
  const { changed, edited, error, warning, advice } = useStandingOf(path, value, meta.default)
  const label = looks.label ?? placed.label
  const frame: FieldProps = {
    label,
    name: placed.name,
    path: formatPath(path),
    help: looks.help ?? helpOf(placed),
    error,
    warning: warning ?? tooNew,
    note: advice ?? looks.note,
    changed,
    edited,
    onReset: () => vmDocument.change(path, undefined, t`reset ${inSentence(label)}`),
    // What is said already can be taken away again.
    disabledReason: looks.disabledReason ?? barred ?? (value === undefined ? tooNew : undefined),
    wide: looks.wide,
    hideLabel: looks.hideLabel,
  }
  return <Control placed={placed} value={value} frame={frame} looks={looks} />
}

function Control(props: ControlProps) {
  const { placed, value, frame, looks } = props
  const { field, path, meta } = placed
  const write = (next: unknown) =>
    vmDocument.change(
      path,
      next,
      next === undefined ? t`clear ${inSentence(frame.label)}` : t`change ${inSentence(frame.label)}`,
    )
  const unset = defaultWords(meta.default)

  switch (field.kind) {
    case 'presence':
      // What is filled in unless it is switched off: `acpi: false` is not the same as nothing.
      if (meta.default === true)
        return (
          <TriState
            {...frame}
            value={typeof value === 'boolean' ? value : undefined}
            onChange={write}
            unset={unset}
          />
        )
      return <Switch {...frame} value={value === true} onChange={(on) => write(on ? true : undefined)} />
    case 'texts':
      return <Texts {...props} write={write} />
    case 'entries':
      return (
        <KeyValueEditor
          {...frame}
          item={t`entry`}
          value={textMap(value)}
          onChange={(next) => write(Object.keys(next).length === 0 ? undefined : next)}
        />
      )
    case 'entriesList':
    case 'child':
    case 'list':
      return null
  }

  const { scalar } = field
  const validate = (text: string) => {
    const checked = checkValue(field, text)
    return 'message' in checked ? checked.message : undefined
  }
  const placeholder = looks.placeholder ?? meta.example ?? (meta.default === undefined ? undefined : unset)

  switch (scalar.name) {
    case 'flag':
      return (
        <TriState
          {...frame}
          value={typeof value === 'boolean' ? value : undefined}
          onChange={write}
          unset={unset}
          on="on"
          off="off"
        />
      )
    case 'choice':
      return <Choice {...props} choices={wordsOf(scalar)} unset={unset} write={write} />
    case 'integer':
    case 'decimal':
      return (
        <NumberField
          {...frame}
          value={typeof value === 'number' ? value : undefined}
          onChange={write}
          min={scalar.minimum}
          max={scalar.maximum}
          fraction={scalar.name === 'decimal'}
          unit={meta.unit}
          placeholder={placeholder}
        />
      )
    case 'size':
      return (
        <SizeField
          {...frame}
          value={textOf(value)}
          onChange={write}
          validate={validate}
          bareUnit={meta.unit ?? (field.kind === 'value' ? 'MiB' : 'KiB')}
          placeholder={placeholder}
        />
      )
    case 'anything':
      return (
        <TextArea
          {...frame}
          mono
          value={value === undefined ? undefined : JSON.stringify(value, undefined, 2)}
          validate={(text) => (readJsonText(text) === undefined ? t`Not JSON yet` : undefined)}
          onChange={(text) => write(text === undefined ? undefined : readJsonText(text)?.value)}
        />
      )
    case 'text':
      if (isLong(placed))
        return (
          <TextArea
            {...frame}
            mono
            value={textOf(value)}
            onChange={write}
            placeholder={placeholder}
            rows={5}
          />
        )
      return looks.suggestions === undefined ? (
        <TextField
          {...frame}
          mono={isCode(placed)}
          secret={placed.key === 'passwd'}
          value={textOf(value)}
          onChange={write}
          validate={validate}
          placeholder={placeholder}
        />
      ) : (
        <WithSuggestions
          // The words to choose from are a help: without them the field is there to be typed in.
          without={
            <TextField
              {...frame}
              mono={isCode(placed)}
              value={textOf(value)}
              onChange={write}
              placeholder={placeholder}
            />
          }
        >
          <ComboBox
            {...frame}
            mono={isCode(placed)}
            value={textOf(value)}
            onChange={write}
            suggestions={looks.suggestions}
            placeholder={placeholder}
          />
        </WithSuggestions>
      )
  }
}

type Write = (next: unknown) => void

function WithSuggestions({
  without,
  children,
}: {
  readonly without: ReactNode
  readonly children: ReactNode
}) {
  return (
    <Boundary what={t`The list of suggestions`} fallback={without}>
      <Suspense fallback={without}>{children}</Suspense>
    </Boundary>
  )
}

function Choice(
  props: ControlProps & {
    readonly choices: readonly string[]
    readonly unset: string
    readonly write: Write
  },
) {
  const { choices, unset, write, frame, placed } = props
  const value = textOf(props.value)
  const options = useHostChoices(
    placed.path,
    choices.map((word) => ({ value: word, label: word })),
    value,
  )
  const isYesOrNo = choices.length === 2 && choices.every((word) => ['yes', 'no', 'on', 'off'].includes(word))
  if (isYesOrNo)
    return (
      <SegmentedControl
        {...frame}
        value={value ?? ''}
        onChange={(word) => write(word === '' ? undefined : word)}
        segments={[{ value: '', label: unset }, ...options]}
      />
    )
  const validate = (word: string) => (choices.includes(word) ? undefined : t`Not one of the choices`)
  return (
    <WithSuggestions without={<TextField {...frame} value={value} onChange={write} validate={validate} />}>
      <Select
        {...frame}
        value={value}
        onChange={write}
        options={options}
        empty={placed.meta.required === true ? null : unset}
      />
    </WithSuggestions>
  )
}

function Texts({ placed, value, frame, looks, write }: ControlProps & { readonly write: Write }) {
  const texts = Array.isArray(value) ? value.map(String) : []
  const item = singular(inSentence(frame.label))
  return (
    <ListEditor
      {...frame}
      mono={isCode(placed)}
      item={item}
      value={texts}
      onChange={(next) => write(coerced(placed, next))}
      placeholder={looks.placeholder ?? placed.meta.example}
      check={(text) => checkText(placed.field, text)}
    />
  )
}

function coerced(placed: PlacedField, texts: readonly string[]): unknown {
  const checked = checkValue(placed.field, texts)
  return 'value' in checked && texts.length > 0 ? checked.value : undefined
}

function wordsOf(scalar: { readonly choices?: readonly string[]; readonly aliases?: object }) {
  return [...(scalar.choices ?? []), ...Object.keys(scalar.aliases ?? {})]
}

function helpOf({ meta, name }: PlacedField): string {
  const parts = [translated(meta.help ?? '')]
  if (meta.default !== undefined) parts.push(t`Default: ${wordOf(meta.default)}.`)
  if (meta.since !== undefined) parts.push(t`Since libvirt ${meta.since}.`)
  if (!name.startsWith('<') && meta.becomes !== undefined) parts.push(t`In the output: ${meta.becomes}.`)
  return parts.filter((part) => part !== '').join(' ')
}

function wordOf(value: string | number | boolean): string {
  return typeof value === 'boolean' ? (value ? t`on` : t`off`) : String(value)
}

function defaultWords(value: string | number | boolean | undefined): string {
  return value === undefined ? t`default` : t`default (${wordOf(value)})`
}

const longTexts = new Set(['content', 'extra', 'xml_passthrough', 'description'])

function isLong({ key, field }: PlacedField): boolean {
  return (field.kind === 'value' || field.kind === 'element') && longTexts.has(key)
}

/** What is read by a program is set in monospace; a title or a name for people is not. */
function isCode({ name, key }: PlacedField): boolean {
  return (
    (name.startsWith('<') && key !== 'title') ||
    ['url', 'box', 'disk_path', 'key_source', 'mac'].includes(key)
  )
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value)
}

function textMap(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]))
}

function readJsonText(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}
