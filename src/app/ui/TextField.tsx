import { Field, type FieldProps, fieldProps } from './Field.tsx'
import { textMeaning, type Validate } from './meanings.ts'
import { useTyped } from './useTyped.ts'
import './input.css'

export interface TextFieldProps extends FieldProps {
  readonly value: string | undefined
  /** Called with each good text; undefined when the field is emptied. */
  readonly onChange: (value: string | undefined) => void
  /** What is wrong with a text, or undefined: a wrong text stays as typed and is not passed on. */
  readonly validate?: Validate | undefined
  readonly placeholder?: string | undefined
  /** Paths, addresses, names of XML: in monospace. */
  readonly mono?: boolean | undefined
  /** After the text, inside the frame: a unit or a hint, or what the typed text comes to. */
  readonly suffix?: string | ((text: string) => string | undefined) | undefined
  /** Hides what is typed. */
  readonly secret?: boolean | undefined
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { value, onChange, validate, placeholder, mono, suffix, secret } = props
  const { typed, set, settle, message } = useText(props.path, value, onChange, validate)
  const after = typeof suffix === 'function' ? suffix(typed) : suffix

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
            className={mono === true ? 'input__text input__text--mono' : 'input__text'}
            type={secret === true ? 'password' : 'text'}
            autoComplete="off"
            spellCheck={false}
            disabled={control.disabled}
            placeholder={placeholder}
            value={typed}
            onChange={(event) => set(event.target.value)}
            onBlur={settle}
          />
          {after !== undefined && <span className="input__suffix">{after}</span>}
        </span>
      )}
    </Field>
  )
}

export interface TextAreaProps extends FieldProps {
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly validate?: Validate | undefined
  readonly placeholder?: string | undefined
  /** Lines shown; it grows with the text. */
  readonly rows?: number | undefined
  readonly mono?: boolean | undefined
}

/** Several lines of text. Wide unless `wide` is false. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, validate, placeholder, rows = 4, mono } = props
  const { typed, set, settle, message } = useText(props.path, value, onChange, validate)

  return (
    <Field {...fieldProps(props)} wide={props.wide ?? true} error={message ?? props.error}>
      {(control) => (
        <span
          className="input input--area"
          data-disabled={control.disabled || undefined}
          data-invalid={control.invalid || undefined}
        >
          <textarea
            {...control.aria}
            className={mono === true ? 'input__text input__text--mono' : 'input__text'}
            spellCheck={false}
            disabled={control.disabled}
            placeholder={placeholder}
            rows={rows}
            value={typed}
            onChange={(event) => set(event.target.value)}
            onBlur={settle}
          />
        </span>
      )}
    </Field>
  )
}

function useText(
  path: string | undefined,
  value: string | undefined,
  onChange: (value: string | undefined) => void,
  validate: Validate | undefined,
) {
  return useTyped<string | undefined, string>({
    path,
    value,
    onChange,
    format: (text = '') => text,
    parse: (text) => textMeaning(text, validate),
  })
}
