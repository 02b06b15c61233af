import { memo, type Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { definedOnly } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { Tooltip } from './Tooltip.tsx'
import { useLatest } from './useLatest.ts'
import './button.css'

export interface IconButtonProps {
  readonly icon: IconName
  /** What it does: its name and its tooltip. */
  readonly label: string
  /** More in the tooltip than in the name, as 'Undo: add GPU (Ctrl+Z)'. */
  readonly tooltip?: string | undefined
  readonly tone?: 'quiet' | 'plain' | undefined
  readonly size?: 'normal' | 'small' | undefined
  readonly placement?: 'top' | 'bottom' | 'left' | 'right' | undefined
  readonly disabled?: boolean | undefined
  readonly onPress?: (() => void) | undefined
  readonly ref?: Ref<HTMLButtonElement> | undefined
  readonly 'aria-expanded'?: boolean | undefined
  readonly 'aria-controls'?: string | undefined
}

/** A button that is only an icon, with its name as tooltip. */
export function IconButton({ onPress, ...props }: IconButtonProps) {
  const press = useLatest(() => onPress?.())
  return <Drawn {...props} {...(onPress !== undefined && { onPress: press })} />
}

/** With its tooltip it takes as long as a field: a keystroke elsewhere draws none anew. */
const Drawn = memo(function IconButtonDrawn(props: IconButtonProps) {
  const {
    icon,
    label,
    tooltip,
    tone = 'quiet',
    size = 'normal',
    placement,
    disabled,
    onPress,
    ref,
    ...rest
  } = props
  return (
    <Tooltip text={tooltip ?? label} placement={placement}>
      <AriaButton
        {...definedOnly(rest)}
        {...(ref === undefined ? {} : { ref })}
        {...(onPress === undefined ? {} : { onPress })}
        aria-label={label}
        className={`button button--${tone} button--${size} button--icon`}
        isDisabled={disabled === true}
      >
        <Icon name={icon} />
      </AriaButton>
    </Tooltip>
  )
})
