export function formatted(name: string, text: string): Promise<string>;
