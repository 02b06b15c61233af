import { Field, type FieldProps, fieldProps } from './Field.tsx'
import { type Parsed, useDraft } from './useDraft.ts'
import './input.css'

export interface NumberFieldProps extends FieldProps {
  /** Undefined is an empty field: nothing said. */
  readonly value: number | undefined
  /** Called with each good number; undefined when the field is emptied. A wrong text stays and is not passed on. */
  readonly onChange: (value: number | undefined) => void
  readonly onInvalid?: ((message: string | undefined) => void) | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** Of the arrow keys; 1 when left out. */
  readonly step?: number | undefined
  /** Numbers with a fraction are allowed. */
  readonly fraction?: boolean | undefined
  /** After the number: 'MiB', 'vCPU'. */
  readonly unit?: string | undefined
  /** What an empty field means: '4' or 'default (4)'. */
  readonly placeholder?: string | undefined
}

/** A number, or nothing. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, onInvalid, min, max, step = 1, fraction, unit, placeholder } = props
  const draft = useDraft({
    value,
    onChange,
    onInvalid,
    format: String,
    parse: (text) => parseNumber(text, { min, max, fraction: fraction === true }),
  })

  const stepBy = (by: number) => {
    const from = draft.message === undefined ? value : undefined
    const next = from === undefined ? (min ?? 0) : from + by * step
    draft.setText(String(Math.min(max ?? next, Math.max(min ?? next, next))))
  }

  return (
    <Field {...fieldProps(props)} error={draft.message ?? props.error}>
      {(control) => (
        <span
          className="input"
          data-disabled={control.disabled || undefined}
          data-invalid={control.invalid || undefined}
        >
          <input
            {...control.aria}
            className="input__text"
            type="text"
            inputMode={fraction === true ? 'decimal' : 'numeric'}
            autoComplete="off"
            disabled={control.disabled}
            placeholder={placeholder}
            value={draft.text}
            onChange={(event) => draft.setText(event.target.value)}
            onBlur={draft.settle}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
              event.preventDefault()
              stepBy(event.key === 'ArrowUp' ? 1 : -1)
            }}
          />
          {unit !== undefined && <span className="input__suffix">{unit}</span>}
        </span>
      )}
    </Field>
  )
}

interface Range {
  readonly min: number | undefined
  readonly max: number | undefined
  readonly fraction: boolean
}

/** The number that a text says, with a sentence for what is no number or out of range. */
function parseNumber(text: string, { min, max, fraction }: Range): Parsed<number> {
  const trimmed = text.trim()
  if (trimmed === '') return { value: undefined }
  const shape = fraction ? /^[+-]?\d+(\.\d+)?$/ : /^[+-]?\d+$/
  if (!shape.test(trimmed)) return { message: fraction ? 'Not a number' : 'Not a whole number' }
  const value = Number(trimmed)
  if (!Number.isSafeInteger(value) && !fraction) return { message: 'Too large a number' }
  if ((min !== undefined && value < min) || (max !== undefined && value > max))
    return { message: rangeText(min, max) }
  return { value }
}

function rangeText(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `${max} at most`
  if (max === undefined) return `${min} at least`
  return `From ${min} to ${max}`
}
