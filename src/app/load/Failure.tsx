import { useVmDocument, vmDocument } from '../store.ts'
import { Button, Icon } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { LoadError } from './loadable.tsx'
import './failure.css'

/** In the place of a part, as a bar over the page, or in one line of the header. */
export type FailureShape = 'block' | 'bar' | 'line'

interface FailureProps {
  /** What failed, as a sentence begins with it: 'The part Memory'. */
  readonly what: string
  readonly error: unknown
  readonly shape?: FailureShape | undefined
  readonly onRetry: () => void
  readonly onClose?: (() => void) | undefined
}

/** Says that something could not be loaded or failed, and what can be done. */
export function Failure({ what, error, shape = 'block', onRetry, onClose }: FailureProps) {
  const canUndo = useVmDocument(({ step }) => step !== undefined)
  const isLoading = isLoadError(error)
  return (
    <div className="failure" data-shape={shape} role="alert">
      <Icon name="warning" />
      <div className="failure__body">
        <p className="failure__title">
          {what} {isLoading ? t`could not be loaded` : t`failed`}
        </p>
        {shape !== 'line' && (
          <p className="failure__text">{t`${
            isLoading
              ? 'The connection is gone, or the page has a newer version.'
              : `This is a fault of the page: ${messageOf(error)}.`
          } Your design is safe.`}</p>
        )}
        <div className="failure__actions">
          <Button size="small" icon="reset" onPress={onRetry}>{t`Retry`}</Button>
          {isLoading && shape !== 'line' && (
            <Button size="small" tone="quiet" onPress={() => location.reload()}>{t`Reload the page`}</Button>
          )}
          {!isLoading && shape === 'block' && canUndo && (
            <Button
              size="small"
              tone="quiet"
              icon="undo"
              onPress={() => vmDocument.undo()}
            >{t`Undo the last step`}</Button>
          )}
          {onClose !== undefined && <Button size="small" tone="quiet" onPress={onClose}>{t`Close`}</Button>}
        </div>
      </div>
    </div>
  )
}

/** True for what was not there to be loaded, be it a component or something that an action needs. */
function isLoadError(error: unknown): boolean {
  return (
    error instanceof LoadError ||
    // Each browser has its own words; Vite has others for a style sheet.
    (error instanceof Error &&
      /dynamically imported module|importing a module script|preload CSS/i.test(error.message))
  )
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
}
