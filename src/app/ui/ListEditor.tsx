import { useRef } from 'react'
import { t } from '../words/index.ts'
import { Button } from './Button.tsx'
import { Field, type FieldProps, fieldProps } from './Field.tsx'
import { IconButton } from './IconButton.tsx'
import { textsMeaning, type Validate } from './meanings.ts'
import { useTyped } from './useTyped.ts'
import './input.css'
import './rows.css'

export interface ListEditorProps extends FieldProps {
  readonly value: readonly string[]
  /** Without the rows that are still empty or wrong. */
  readonly onChange: (value: readonly string[]) => void
  /** One of them: 'package'. */
  readonly item: string
  readonly placeholder?: string | undefined
  readonly mono?: boolean | undefined
  /** What is wrong with one of the texts: it stays as typed, and is not passed on. */
  readonly check?: Validate | undefined
}

/** A list of texts: Enter adds the next, Backspace in an empty one removes it. */
export function ListEditor(props: ListEditorProps) {
  const { value, onChange, item, placeholder, mono, check } = props
  const list = useRef<HTMLFieldSetElement>(null)
  const { typed, set, message } = useTyped<readonly string[], readonly string[]>({
    path: props.path,
    value,
    onChange,
    format: (texts) => texts,
    parse: (texts) => textsMeaning(texts, check),
  })

  const focus = (index: number) =>
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLInputElement>('.input__text')[index]?.focus(),
    )

  return (
    <Field {...fieldProps(props)} wide={props.wide ?? true} kind="group" error={message ?? props.error}>
      {(control) => (
        <fieldset
          className="rows"
          aria-labelledby={control.labelId}
          aria-describedby={control.aria['aria-describedby']}
          ref={list}
        >
          {typed.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
            <div className="rows__row" key={index}>
              <span className="input">
                <input
                  className={mono === true ? 'input__text input__text--mono' : 'input__text'}
                  aria-label={`${item} ${index + 1}`}
                  aria-invalid={text !== '' && check?.(text) !== undefined ? true : undefined}
                  autoComplete="off"
                  spellCheck={false}
                  disabled={control.disabled}
                  placeholder={placeholder}
                  value={text}
                  onChange={(event) => set(typed.with(index, event.target.value))}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' && text !== '') {
                      event.preventDefault()
                      if (index === typed.length - 1) set([...typed, ''])
                      focus(index + 1)
                    } else if (event.key === 'Backspace' && text === '') {
                      event.preventDefault()
                      set(typed.toSpliced(index, 1))
                      focus(Math.max(0, index - 1))
                    }
                  }}
                />
              </span>
              <IconButton
                icon="close"
                size="small"
                label={t`Remove ${item} ${index + 1}`}
                disabled={control.disabled}
                onPress={() => set(typed.toSpliced(index, 1))}
              />
            </div>
          ))}
          <Button
            size="small"
            tone="quiet"
            icon="plus"
            disabled={control.disabled}
            onPress={() => {
              set([...typed, ''])
              focus(typed.length)
            }}
          >
            {t`Add ${item}`}
          </Button>
        </fieldset>
      )}
    </Field>
  )
}
