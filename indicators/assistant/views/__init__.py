"""The pages of the assistant. Each one says who may come in, calls one service and renders one screen."""
