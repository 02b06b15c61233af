import { type RenderTrouble, renderAgain, renderedStore } from '../render/index.ts'
import { useVmDocument, vmDocument } from '../store.ts'
import { Button, Icon } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { takeStoredYaml } from './take-file.ts'

/** Above the outputs of an earlier design, or in their place when there are none: why, and what can be done. */
export function NotUpToDate({ trouble }: { readonly trouble: RenderTrouble }) {
  const name = useVmDocument(({ design }) => design.name)
  const canUndo = useVmDocument(({ step }) => step !== undefined)
  const { rendered, revision } = renderedStore.getState()
  const shown = rendered.design.name
  return (
    <div className="not-up-to-date" role="alert">
      <Icon name="warning" />
      <div className="not-up-to-date__body">
        <p>
          <strong>
            {revision === 0
              ? t`${name} could not be drawn`
              : t`Not up to date: this is ${shown === name ? t`${name} before the last change` : t`${shown}, not ${name}`}`}
          </strong>
        </p>
        <p>{t`${trouble.why} The design is safe.`}</p>
        <div className="not-up-to-date__actions">
          <Button size="small" icon="reset" onPress={renderAgain}>{t`Try again`}</Button>
          <Button size="small" tone="quiet" icon="download" onPress={takeStoredYaml}>
            {t`Download ${name}.yml`}
          </Button>
          {canUndo && (
            <Button size="small" tone="quiet" icon="undo" onPress={() => vmDocument.undo()}>{t`Undo`}</Button>
          )}
        </div>
      </div>
    </div>
  )
}
