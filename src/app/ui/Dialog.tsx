import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './Button.tsx'
import { TypedForm } from './TypedForm.tsx'
import './dialog.css'

export interface DialogAction {
  readonly label: string
  readonly tone?: 'plain' | 'primary' | 'danger' | undefined
  readonly disabled?: boolean | undefined
  readonly onPress: () => void
}

export interface DialogProps {
  readonly title: string
  readonly open: boolean
  /** Escape, a click outside, the last button. */
  readonly onClose: () => void
  readonly children: ReactNode
  /** From left to right; the one that goes on is last and primary. 'Cancel' is there already. */
  readonly actions: readonly DialogAction[]
  readonly cancel?: string | undefined
  /** For what is read and worked with, not only answered. */
  readonly wide?: boolean | undefined
}

/** Only to replace work or to show what a link brings in: what an undo can take back needs no dialog. */
export function Dialog({ title, open, onClose, children, actions, cancel = 'Cancel', wide }: DialogProps) {
  return (
    <ModalOverlay
      className="dialog__scrim"
      isOpen={open}
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={wide === true ? 'dialog dialog--wide' : 'dialog'}>
        <AriaDialog className="dialog__body">
          <Heading slot="title" level={2} className="dialog__title">
            {title}
          </Heading>
          <div className="dialog__content">
            <TypedForm>{children}</TypedForm>
          </div>
          <footer className="dialog__actions">
            <Button tone="quiet" onPress={onClose}>
              {cancel}
            </Button>
            {actions.map((action) => (
              <Button
                key={action.label}
                tone={action.tone}
                disabled={action.disabled}
                onPress={action.onPress}
              >
                {action.label}
              </Button>
            ))}
          </footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
