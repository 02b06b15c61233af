import { useRef } from 'react'
import { Button } from './Button.tsx'
import { Field, type FieldProps, fieldProps } from './Field.tsx'
import { IconButton } from './IconButton.tsx'
import { useRows } from './rows.ts'
import './input.css'
import './rows.css'

export interface ListEditorProps extends FieldProps {
  readonly value: readonly string[]
  /** Without the rows that are still empty. */
  readonly onChange: (value: readonly string[]) => void
  /** One of them: 'package'. */
  readonly item: string
  readonly placeholder?: string | undefined
  readonly mono?: boolean | undefined
  /** What is wrong with one of the texts; shown, and passed on all the same. */
  readonly check?: ((text: string) => string | undefined) | undefined
}

/** A list of texts: Enter adds the next, Backspace in an empty one removes it. */
export function ListEditor(props: ListEditorProps) {
  const { value, onChange, item, placeholder, mono, check } = props
  const list = useRef<HTMLFieldSetElement>(null)
  const { rows, set, add, remove } = useRows(value, (all) => all.filter((text) => text !== ''), onChange)

  const focus = (index: number) =>
    requestAnimationFrame(() =>
      list.current?.querySelectorAll<HTMLInputElement>('.input__text')[index]?.focus(),
    )
  const problems = rows.flatMap((text) => (text === '' ? [] : (check?.(text) ?? [])))

  return (
    <Field {...fieldProps(props)} wide={props.wide ?? true} kind="group" error={props.error ?? problems[0]}>
      {(control) => (
        <fieldset
          className="rows"
          aria-labelledby={control.labelId}
          aria-describedby={control.aria['aria-describedby']}
          ref={list}
        >
          {rows.map((text, index) => (
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
                  onChange={(event) => set(index, event.target.value)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' && text !== '') {
                      event.preventDefault()
                      if (index === rows.length - 1) add('')
                      focus(index + 1)
                    } else if (event.key === 'Backspace' && text === '') {
                      event.preventDefault()
                      remove(index)
                      focus(Math.max(0, index - 1))
                    }
                  }}
                />
              </span>
              <IconButton
                icon="close"
                size="small"
                label={`Remove ${item} ${index + 1}`}
                disabled={control.disabled}
                onPress={() => remove(index)}
              />
            </div>
          ))}
          <Button
            size="small"
            tone="quiet"
            icon="plus"
            disabled={control.disabled}
            onPress={() => {
              add('')
              focus(rows.length)
            }}
          >
            {`Add ${item}`}
          </Button>
        </fieldset>
      )}
    </Field>
  )
}
