import { Field, type FieldProps, fieldProps } from './Field.tsx'
import { type NumberRange, numberMeaning } from './meanings.ts'
import { useTyped } from './useTyped.ts'
import './input.css'

export interface NumberFieldProps extends FieldProps, NumberRange {
  /** Undefined is an empty field: nothing said. */
  readonly value: number | undefined
  /** Called with each good number; undefined when the field is emptied. A wrong text stays and is not passed on. */
  readonly onChange: (value: number | undefined) => void
  /** Of the arrow keys; 1 when left out. */
  readonly step?: number | undefined
  /** After the number: 'MiB', 'vCPU'. */
  readonly unit?: string | undefined
  /** What an empty field means: '4' or 'default (4)'. */
  readonly placeholder?: string | undefined
}

/** A number, or nothing. */
export function NumberField(props: NumberFieldProps) {
  const { value, onChange, min, max, step = 1, fraction, unit, placeholder } = props
  const { typed, set, settle, message } = useTyped<number | undefined, string>({
    path: props.path,
    value,
    onChange,
    format: (number) => (number === undefined ? '' : String(number)),
    parse: (text) => numberMeaning(text, { min, max, fraction }),
  })

  const stepBy = (by: number) => {
    const from = message === undefined ? value : undefined
    const next = from === undefined ? (min ?? 0) : from + by * step
    set(String(Math.min(max ?? next, Math.max(min ?? next, next))))
  }

  return (
    <Field {...fieldProps(props)} error={message ?? props.error}>
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
            value={typed}
            onChange={(event) => set(event.target.value)}
            onBlur={settle}
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
