import { Button as AriaButton } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { t } from '../words/index.ts'
import { Field, type FieldProps, fieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { textMeaning, type Validate } from './meanings.ts'
import { OptionText } from './Select.tsx'
import { useTyped } from './useTyped.ts'
import './input.css'
import './select.css'

export interface Suggestion {
  /** What goes into the field. */
  readonly value: string
  /** What it is called in the list, when that is not the value. */
  readonly label?: string | undefined
  readonly description?: string | undefined
  /** Why it can't be chosen: it stays in the list, greyed; it can still be typed. */
  readonly disabledReason?: string | undefined
}

export interface ComboBoxProps extends FieldProps {
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly suggestions: readonly Suggestion[]
  readonly placeholder?: string | undefined
  readonly mono?: boolean | undefined
  /** Whether a suggestion is shown for what is typed; without it one that the typed text is a part of. */
  readonly matches?: ((value: string, typed: string) => boolean) | undefined
  /** What is wrong with a text: it stays as typed and is not passed on. */
  readonly validate?: Validate | undefined
}

/** Free text with suggestions. */
export function ComboBox(props: ComboBoxProps) {
  const { value, onChange, suggestions, placeholder, mono, matches, validate } = props
  const { typed, set, message } = useTyped<string | undefined, string>({
    path: props.path,
    value,
    onChange,
    format: (text = '') => text,
    parse: (text) => textMeaning(text, validate),
  })
  return (
    <Field {...fieldProps(props)} error={message ?? props.error}>
      {(control) => (
        <AriaComboBox
          className="combo-box"
          aria-labelledby={control.labelId}
          aria-describedby={control.aria['aria-describedby']}
          isDisabled={control.disabled}
          isInvalid={control.invalid}
          allowsCustomValue
          {...(matches === undefined ? {} : { defaultFilter: matches })}
          menuTrigger="input"
          inputValue={typed}
          onInputChange={(text) => {
            if (text !== typed) set(text)
          }}
        >
          <span
            className="input"
            data-disabled={control.disabled || undefined}
            data-invalid={control.invalid || undefined}
          >
            <Input
              id={control.id}
              className={mono === true ? 'input__text input__text--mono' : 'input__text'}
              spellCheck={false}
              {...(placeholder === undefined ? {} : { placeholder })}
            />
            <AriaButton className="combo-box__button" aria-label={t`Suggestions for ${props.label}`}>
              <Icon name="chevron-down" size={12} />
            </AriaButton>
          </span>
          <Popover className="popover" offset={4}>
            <ListBox className="options">
              {suggestions.map((suggestion) => (
                <ListBoxItem
                  key={suggestion.value}
                  id={suggestion.value}
                  className="option"
                  textValue={suggestion.value}
                  isDisabled={suggestion.disabledReason !== undefined}
                >
                  <OptionText
                    label={suggestion.label ?? suggestion.value}
                    description={suggestion.disabledReason ?? suggestion.description}
                  />
                </ListBoxItem>
              ))}
            </ListBox>
          </Popover>
        </AriaComboBox>
      )}
    </Field>
  )
}
