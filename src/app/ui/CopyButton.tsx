import { useEffect, useState } from 'react'
import { t } from '../words/index.ts'
import { announce } from './announce.ts'
import { Button } from './Button.tsx'
import { copyText } from './copy.ts'
import { IconButton } from './IconButton.tsx'

export interface CopyButtonProps {
  /** What goes on the clipboard; a function when it is costly to make. */
  readonly text: string | (() => string | Promise<string>)
  /** What it is, as said afterwards: 'domain.xml' gives 'Copied domain.xml'. */
  readonly what: string
  /** Words on the button; without them it is an icon. */
  readonly children?: string | undefined
  readonly tone?: 'quiet' | 'plain' | undefined
  readonly size?: 'normal' | 'small' | undefined
  readonly disabled?: boolean | undefined
  /** Called after the text is on the clipboard. */
  readonly onCopied?: (() => void) | undefined
}

/** Copies a text and says what was copied. */
export function CopyButton({
  text,
  what,
  children,
  tone = 'quiet',
  size,
  disabled,
  onCopied,
}: CopyButtonProps) {
  const [copied, setCopied] = useState(false)

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 1600)
    return () => clearTimeout(timer)
  }, [copied])

  const copy = async () => {
    const done = await copyText(typeof text === 'string' ? text : await text())
    announce(done ? t`Copied ${what}` : t`The browser refused the clipboard: select ${what} and press Ctrl+C`)
    setCopied(done)
    if (done) onCopied?.()
  }

  const shared = {
    icon: copied ? 'check' : 'copy',
    tone,
    size,
    disabled,
    onPress: () => void copy(),
  } as const
  if (children === undefined) return <IconButton {...shared} label={t`Copy ${what}`} />
  return (
    <Button {...shared} aria-label={`${children} ${what}`}>
      {children}
    </Button>
  )
}
