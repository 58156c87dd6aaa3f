/** The part of dmn-js that we use; the package comes without types. */
declare module 'dmn-js/lib/Modeler' {
  export interface View {
    readonly id: string;
    readonly type: string;
  }

  interface Languages {
    readonly options: readonly { readonly label: string; readonly value: string }[];
    readonly defaults: Readonly<Record<'editor' | 'inputCell' | 'outputCell', string>>;
  }

  export default class DmnModeler {
    constructor(options: {
      readonly container: HTMLElement;
      readonly common: { readonly expressionLanguages: Languages };
    });
    importXML(xml: string, options: { readonly open: boolean }): Promise<unknown>;
    getViews(): readonly View[];
    open(view: View): Promise<unknown>;
    saveXML(options: { readonly format: boolean }): Promise<{ readonly xml: string }>;
    destroy(): void;
  }
}
