import { t } from '../words/index.ts'
import { Field, type FieldProps, fieldProps } from './Field.tsx'
import { useChosen } from './useTyped.ts'
import './switch.css'

export interface SwitchProps extends FieldProps {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

/** On or off, where there is no third. Where nothing said is an answer, take TriState. */
export function Switch(props: SwitchProps) {
  const [isOn, turn] = useChosen(props.path, props.value, props.onChange)
  return (
    <Field {...fieldProps(props)}>
      {(control) => (
        <span className="switch">
          <input
            {...control.aria}
            className="switch__input"
            type="checkbox"
            role="switch"
            checked={isOn}
            aria-checked={isOn}
            disabled={control.disabled}
            onChange={(event) => turn(event.target.checked)}
          />
          <span className="switch__state" aria-hidden="true">
            {isOn ? t`on` : t`off`}
          </span>
        </span>
      )}
    </Field>
  )
}
