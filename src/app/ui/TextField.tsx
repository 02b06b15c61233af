import { Field, type FieldProps, fieldProps } from './Field.tsx'
import { type Parsed, useDraft } from './useDraft.ts'
import './input.css'

export interface TextFieldProps extends FieldProps {
  readonly value: string | undefined
  /** Called with each good text; undefined when the field is emptied. */
  readonly onChange: (value: string | undefined) => void
  /** What is wrong with a text, or undefined: a wrong text stays as typed and is not passed on. */
  readonly validate?: ((text: string) => string | undefined) | undefined
  readonly onInvalid?: ((message: string | undefined) => void) | undefined
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
  const { value, onChange, validate, onInvalid, placeholder, mono, suffix, secret } = props
  const parse = (text: string): Parsed<string> => {
    if (text === '') return { value: undefined }
    const message = validate?.(text)
    return message === undefined ? { value: text } : { message }
  }
  const draft = useDraft({ value, onChange, onInvalid, format: (text) => text, parse })
  const after = typeof suffix === 'function' ? suffix(draft.text) : suffix

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
            className={mono === true ? 'input__text input__text--mono' : 'input__text'}
            type={secret === true ? 'password' : 'text'}
            autoComplete="off"
            spellCheck={false}
            disabled={control.disabled}
            placeholder={placeholder}
            value={draft.text}
            onChange={(event) => draft.setText(event.target.value)}
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
  readonly validate?: ((text: string) => string | undefined) | undefined
  readonly onInvalid?: ((message: string | undefined) => void) | undefined
  readonly placeholder?: string | undefined
  /** Lines shown; it grows with the text. */
  readonly rows?: number | undefined
  readonly mono?: boolean | undefined
}

/** Several lines of text. Wide unless `wide` is false. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, validate, onInvalid, placeholder, rows = 4, mono } = props
  const parse = (text: string): Parsed<string> => {
    if (text === '') return { value: undefined }
    const message = validate?.(text)
    return message === undefined ? { value: text } : { message }
  }
  const draft = useDraft({ value, onChange, onInvalid, format: (text) => text, parse })

  return (
    <Field {...fieldProps(props)} wide={props.wide ?? true} error={draft.message ?? props.error}>
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
            value={draft.text}
            onChange={(event) => draft.setText(event.target.value)}
          />
        </span>
      )}
    </Field>
  )
}
