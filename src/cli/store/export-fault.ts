/** What is wrong with an export, and in which of its lines. */
export class ExportFault extends Error {
  override readonly name = 'ExportFault';
  readonly line: number;

  constructor(line: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.line = line;
  }
}
