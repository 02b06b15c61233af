import type { ReactElement, ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import './tooltip.css'

export interface TooltipProps {
  /** What is shown on hover and focus. */
  readonly text: ReactNode
  readonly placement?: 'top' | 'bottom' | 'left' | 'right' | undefined
  /** The element it explains: one of this kit's buttons. */
  readonly children: ReactElement
}

/** A short text beside a button, on hover and on keyboard focus. */
export function Tooltip({ text, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      {children}
      <AriaTooltip className="tooltip" placement={placement} offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
